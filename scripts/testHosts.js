// Runs the tests in other libraries' modals. Arguments are passed to Vitest, for example `-t vaul`. `--update-docs` writes
// the results to the table in the docs.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/inside-your-app.md');
const isUpdate = process.argv.includes('--update-docs');
const args = process.argv.slice(2).filter((argument) => argument !== '--update-docs');

/** @typedef {{ status: string, ancestorTitles: [radix: string, host: string] }} Result */

/**
 * How many tests have passed in each host, by version of Radix.
 *
 * @param {string} report
 */
function readTable(report) {
  /** @type {{ testResults: { assertionResults: Result[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const versions = [...new Set(results.map(({ ancestorTitles }) => ancestorTitles[0]))];
  const hosts = [...new Set(results.map(({ ancestorTitles }) => ancestorTitles[1]))];
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

const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
const report = join(folder, 'hosts.json');
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'hosts', ...reporters, ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
const isCurrent = writeTable(docs, readTable(report), { isCheck: !isUpdate });
if (!isCurrent && args.length === 0) {
  console.error('docs/inside-your-app.md has other results. `npm run test:hosts -- --update-docs` writes these.');
  process.exitCode = 1;
}
rmSync(folder, { recursive: true });
if (process.exitCode === 0) run(['exec', '--', 'tsc', '-p', 'tests/hosts']); // which imports the installed package
