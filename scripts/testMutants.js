// Checks that the properties find mistakes: runs them against the source, and against each mutant in
// tests/properties/mutants. Fails unless they pass only for the source. An argument selects the mutants whose names contain
// it. The properties always run with the same seed, as in `npm test`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { mutants } from '../tests/properties/mutants/mutants.js';
import { formatTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
const report = join(folder, 'report.json');
const [, , selection = ''] = process.argv;

/** @typedef {{ status: string, title: string, failureMessages: string[] }} Result */

/**
 * Runs the properties, until one fails, and returns the result of each.
 *
 * @param {string} [mutant]
 */
function runProperties(mutant) {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const { FAST_CHECK_RUNS: _runs, FAST_CHECK_SEED: _seed, ...env } = process.env;
  rmSync(report, { force: true });
  const args = ['run', '--project', 'properties', '--bail=1', '--reporter=json', `--outputFile=${report}`];
  const { error } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: root,
    env: { ...env, ...(mutant !== undefined && { MUTANT: mutant }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error) throw error;
  /** @type {{ testResults: { assertionResults: Result[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}

/** @param {Result} result */
function findProperty({ title, failureMessages }) {
  const [message = ''] = failureMessages;
  const [, runs] = /Property failed after (\d+) tests/.exec(message) ?? [];
  const [, cause] = /Got error: (.+)/.exec(message) ?? [];
  return runs ? [title, cause ?? '', runs] : undefined;
}

const unmutated = runProperties();
if (unmutated.length === 0 || unmutated.some(({ status }) => status !== 'passed')) {
  throw new Error('The properties fail without any mutant. `npx vitest run --project properties` says why.');
}

const rows = mutants
  .filter(({ name }) => name.includes(selection))
  .map(({ name, file }) => {
    const found = runProperties(name).map(findProperty).find(Boolean) ?? ['NOT FOUND'];
    console.error(`${found[0]}: ${name}`);
    return [name, file.replace('src/', '')].concat(found);
  });
rmSync(folder, { recursive: true });

console.log(formatTable({ head: ['mutant', 'file', 'found by', 'because', 'runs'], rows }));
const missed = rows.filter(([, , property]) => property === 'NOT FOUND');
console.log(`\n${rows.length - missed.length} of ${rows.length} mutants found`);
if (missed.length > 0) process.exitCode = 1;
