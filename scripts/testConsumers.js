// Builds a checkout with the packed package in other people's setups, and runs it. Arguments are passed to Vitest: `bundlers`,
// or `-t webpack`, for example. `--update-docs` writes the results to the tables in the docs.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/support.md');
const isUpdate = process.argv.includes('--update-docs');
const args = process.argv.slice(2).filter((argument) => argument !== '--update-docs');

/** What is tested of each consumer, as the table calls it. */
const columns = {
  'builds without a warning': 'no warning',
  'loads nothing of Radix at first': 'no Radix at first',
  'has one copy of React and of TanStack Query': 'one copy of each peer',
  'cancels a payment, and says which one can no longer be canceled, in English': 'English',
  'cancels a payment, and says which one can no longer be canceled, in German': 'German',
};

/** @param {readonly import('./runVitest.js').TestResult[]} results */
function toTable(results) {
  const ofApps = results.filter(({ title }) => title in columns);
  const apps = new Set(ofApps.map(({ ancestorTitles: [app = ''] }) => app));
  const rows = [...apps].map((app) => {
    const cells = Object.keys(columns).map((column) => {
      const result = ofApps.find(({ title, ancestorTitles }) => title === column && ancestorTitles[0] === app);
      return { passed: 'yes', failed: 'no' }[result?.status ?? ''] ?? '–';
    });
    return app.split(': ').concat(cells);
  });
  return { name: 'consumers', head: ['app', 'versions', ...Object.values(columns)], rows };
}

const run = (/** @type {string[]} */ command) =>
  execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
for (const folder of ['tests/consumers', 'tests/consumers/lowest']) {
  run(['ci', '--no-audit', '--no-fund', '--prefix', folder]);
}
run(['run', 'build']);

const { code, results } = await runVitest(['--project', 'consumers', ...args]);
process.exitCode = code;
if (args.length === 0 && !writeTable(docs, toTable(results), { isCheck: !isUpdate })) {
  console.error('docs/support.md has other results. `npm run test:consumers -- --update-docs` writes these.');
  process.exitCode = 1;
}
if (process.exitCode === 0) run(['exec', '--', 'tsc', '-p', 'tests/consumers']); // which imports the installed package
