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
  'hydrates without a warning in development': 'hydration',
  'cancels a payment, and says which one can no longer be canceled, in English': 'English',
  'cancels a payment, and says which one can no longer be canceled, in German': 'German',
};

/** @param {import('./runVitest.js').TestResult | undefined} result */
const toCell = (result) => ({ passed: 'yes', failed: 'no' })[result?.status ?? ''] ?? '–';

/**
 * What works in each app.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTable(results) {
  const ofApps = results.filter(({ title }) => title in columns);
  const apps = new Set(ofApps.map(({ ancestorTitles: [app = ''] }) => app));
  const rows = [...apps].map((app) => {
    const cells = Object.keys(columns).map((column) => {
      return toCell(ofApps.find(({ title, ancestorTitles }) => title === column && ancestorTitles[0] === app));
    });
    return app.split(': ').concat(cells);
  });
  return { name: 'consumers', head: ['app', 'versions', ...Object.values(columns)], rows };
}

/**
 * With which `moduleResolution` the entry points type-check, by version.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTypesTable(results) {
  const pattern = /^type-checks all entry points with moduleResolution (.+)$/;
  const ofCompilers = results.filter(({ title }) => pattern.test(title));
  const versions = new Set(ofCompilers.map(({ ancestorTitles }) => ancestorTitles.at(-1) ?? ''));
  const resolutions = new Set(ofCompilers.map(({ title }) => title.replace(pattern, '$1')));
  const rows = [...versions].map((version) => {
    const ofVersion = ofCompilers.filter(({ ancestorTitles }) => ancestorTitles.at(-1) === version);
    const cells = [...resolutions].map((resolution) =>
      toCell(ofVersion.find(({ title }) => title.endsWith(` ${resolution}`))),
    );
    return [version].concat(cells);
  });
  return { name: 'types', head: ['versions', ...[...resolutions].map((resolution) => `\`${resolution}\``)], rows };
}

const run = (/** @type {string[]} */ command) =>
  execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
for (const folder of ['', '/lowest', '/frameworks']) {
  run(['ci', '--no-audit', '--no-fund', '--prefix', `tests/consumers${folder}`]);
}
run(['run', 'build']);

const { code, results } = await runVitest(['--project', 'consumers', ...args]);
process.exitCode = code;
const areCurrent = [toTable(results), toTypesTable(results)]
  .map((table) => args.length > 0 || writeTable(docs, table, { isCheck: !isUpdate }))
  .every(Boolean);
if (!areCurrent) {
  console.error('docs/support.md has other results. `npm run test:consumers -- --update-docs` writes these.');
  process.exitCode = 1;
}
if (process.exitCode === 0) run(['exec', '--', 'tsc', '-p', 'tests/consumers']); // which imports the installed package
