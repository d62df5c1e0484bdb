import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} DocumentedTests
 * @property {string} project of Vitest. The script is `test:{project}`, and `tests/{project}` has its own packages
 * @property {string} docs the file with the tables
 * @property {(results: readonly import('./runVitest.js').TestResult[]) => import('./writeTable.js').Table[]} toTables
 * @property {(args: readonly string[]) => readonly string[]} [foldersOf] the folders whose packages a run with these arguments
 *   needs. Default: the project's
 */

/**
 * Runs tests that need the built package and separate packages beside it. Arguments of the command are passed to Vitest. Without any, the
 * results have to be those in the tables of the docs, or `--update-docs` writes them there.
 *
 * @param {DocumentedTests} tests
 */
export async function testAndDocument({ project, docs, toTables, foldersOf = () => [`tests/${project}`] }) {
  const isUpdate = process.argv.includes('--update-docs');
  const args = process.argv.slice(2).filter((argument) => argument !== '--update-docs');
  const run = (/** @type {string[]} */ command) =>
    execFileSync('npm', command, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  for (const folder of foldersOf(args)) run(['ci', '--no-audit', '--no-fund', '--prefix', folder]);
  run(['run', 'build']);

  const { code, results } = await runVitest(['--project', project, ...args]);
  process.exitCode = code;
  if (args.length > 0) return;
  const areCurrent = toTables(results).map((table) => writeTable(resolve(root, docs), table, { isCheck: !isUpdate }));
  if (areCurrent.includes(false)) {
    console.error(`${docs} has other results. \`npm run test:${project} -- --update-docs\` writes these.`);
    process.exitCode = 1;
  }
  if (process.exitCode === 0) run(['exec', '--', 'tsc', '-p', `tests/${project}`]); // which imports the installed package
}
