// Runs the tests in other libraries' modals. Arguments are passed to Vitest, for example `-t vaul`. `--update-docs` writes
// the results to the table in the docs.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/inside-your-app.md');
const isUpdate = process.argv.includes('--update-docs');
const args = process.argv.slice(2).filter((argument) => argument !== '--update-docs');

/**
 * How many tests have passed in each host, by version of Radix.
 *
 * @param {readonly import('./runVitest.js').TestResult[]} results
 */
function toTable(results) {
  const versions = [...new Set(results.map(({ ancestorTitles: [version = ''] }) => version))];
  const hosts = [...new Set(results.map(({ ancestorTitles: [, host = ''] }) => host))];
  const rows = hosts.map((host) => {
    const counts = versions.map((version) => {
      const tests = results.filter(({ ancestorTitles: [radix, title] }) => radix === version && title === host);
      return `${tests.filter(({ status }) => status === 'passed').length} of ${tests.length}`;
    });
    return [host.replace(/<.+>/, '`$&`')].concat(counts);
  });
  return { name: 'hosts', head: ['host', ...versions], rows };
}

const run = (/** @type {string[]} */ command) =>
  execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
run(['ci', '--no-audit', '--no-fund', '--prefix', 'tests/hosts']);
run(['run', 'build']);

const { code, results } = await runVitest(['--project', 'hosts', ...args]);
process.exitCode = code;
const isCurrent = writeTable(docs, toTable(results), { isCheck: !isUpdate });
if (!isCurrent && args.length === 0) {
  console.error('docs/inside-your-app.md has other results. `npm run test:hosts -- --update-docs` writes these.');
  process.exitCode = 1;
}
if (process.exitCode === 0) run(['exec', '--', 'tsc', '-p', 'tests/hosts']); // which imports the installed package
