// Checks that the properties find mistakes: runs them against the source, and against each mutant in
// tests/properties/mutants. Fails unless they pass only for the source. An argument selects the mutants whose names contain
// it. The properties always run with the same seed, as in `npm test`.
import process from 'node:process';
import { mutants } from '../tests/properties/mutants/mutants.js';
import { runVitest } from './runVitest.js';
import { formatTable } from './writeTable.js';

const [, , selection = ''] = process.argv;

/**
 * Runs the properties, until one fails, and resolves to the result of each.
 *
 * @param {string} [mutant]
 */
async function runProperties(mutant) {
  const { FAST_CHECK_RUNS: _runs, FAST_CHECK_SEED: _seed, ...env } = process.env;
  const { results } = await runVitest(['--project', 'properties', '--bail=1'], {
    env: { ...env, ...(mutant !== undefined && { MUTANT: mutant }) },
    isQuiet: true,
  });
  return results;
}

/** @param {import('./runVitest.js').TestResult} result */
function findProperty({ title, failureMessages }) {
  const [message = ''] = failureMessages;
  const [, runs] = /Property failed after (\d+) tests/.exec(message) ?? [];
  const [, cause] = /Got error: (.+)/.exec(message) ?? [];
  return runs ? [title, cause ?? '', runs] : undefined;
}

const unmutated = await runProperties();
if (unmutated.length === 0 || unmutated.some(({ status }) => status !== 'passed')) {
  throw new Error('The properties fail without any mutant. `npx vitest run --project properties` says why.');
}

const rows = [];
for (const { name, file } of mutants.filter((mutant) => mutant.name.includes(selection))) {
  const results = await runProperties(name);
  const found = results.map(findProperty).find(Boolean) ?? ['NOT FOUND'];
  console.error(`${found[0]}: ${name}`);
  rows.push([name, file.replace('src/', '')].concat(found));
}

console.log(formatTable({ head: ['mutant', 'file', 'found by', 'because', 'runs'], rows }));
const missed = rows.filter(([, , property]) => property === 'NOT FOUND');
console.log(`\n${rows.length - missed.length} of ${rows.length} mutants found`);
if (missed.length > 0) process.exitCode = 1;
