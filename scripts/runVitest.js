import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {object} TestResult what Vitest's JSON reporter writes of a test, as far as it is used here
 * @property {string} file its path
 * @property {string} status
 * @property {string} title
 * @property {readonly string[]} ancestorTitles
 * @property {readonly string[]} failureMessages
 * @property {import('vitest').TaskMeta} meta
 */

/**
 * Runs tests, and resolves to the exit code and the result of each test, none if Vitest could not start.
 *
 * @param {readonly string[]} args of `vitest run`
 * @param {{ env?: NodeJS.ProcessEnv, isQuiet?: boolean }} [options]
 * @returns {Promise<{ code: number, results: TestResult[] }>}
 */
export async function runVitest(args, { env = process.env, isQuiet = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-'));
  const report = join(folder, 'report.json');
  const reporters = [...(isQuiet ? [] : ['--reporter=default']), '--reporter=json', `--outputFile.json=${report}`];
  const code = await new Promise((settle, reject) => {
    spawn(process.execPath, [resolve(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...args], {
      cwd: root,
      env,
      stdio: isQuiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    })
      .on('error', reject)
      .on('exit', (status) => settle(status ?? 1));
  });
  /** @type {{ testResults: { name: string, assertionResults: TestResult[] }[] }} */
  const { testResults } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] };
  rmSync(folder, { recursive: true });
  testResults.sort((a, b) => a.name.localeCompare(b.name)); // they are in the order in which the files were run
  return {
    code,
    results: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map((result) => ({ ...result, file: name })),
    ),
  };
}
