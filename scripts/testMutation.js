// Changes the source in every way that Stryker knows, one change at a time, and checks that the tests notice each. Arguments
// select the parts of tests/mutation/parts.js by name. Results are kept in .mutation: the command continues where it was cut
// off, and tests again only what has changed. Fails if a mutant survives, unless tests/mutation/survivors.js says why.
// `--update-docs` writes the results of these parts to tests/mutation/results.json, and those of all parts from there to the
// docs. `--no-run` only reads what is in .mutation.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { format, resolveConfig } from 'prettier';
import { parts } from '../tests/mutation/parts.js';
import { readMutants, resultsPath } from '../tests/mutation/readMutants.js';
import { survivors } from '../tests/mutation/survivors.js';
import { formatTable, writeTable } from './writeTable.js';

/** @import { Part } from '../tests/mutation/parts.js' */
/** @import { Mutant } from '../tests/mutation/readMutants.js' */

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/mutation.md');
process.chdir(root);
process.env['TZ'] = 'Asia/Tokyo'; // a test sets it, but in the threads that Stryker uses, that has no effect

const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith('--'));
const selected = parts.filter(({ name }) => names.length === 0 || names.includes(name));

/** All source files but entry points, which only export, and languages. */
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/.+\.tsx?$/.test(path) && !/^messages\/[a-z]{2}\.ts$/.test(path))
  .map((path) => `src/${path.replaceAll('\\', '/')}`);
const moduleOf = (/** @type {string} */ path) => basename(path).replace(/\.tsx?$/, '');
const unassigned = sources.filter((path) => !parts.some(({ modules }) => modules.includes(moduleOf(path))));
if (unassigned.length > 0) throw new Error(`tests/mutation/parts.js says nothing about ${unassigned.join(', ')}.`);

/** The results in the docs, of all parts, each from when it was last run with `--update-docs`. */
const committedPath = 'tests/mutation/results.json';

/** The minutes that Stryker has run for a part, since there have been results. */
const timesPath = '.mutation/minutes.json';
/** @type {Record<string, number>} */
const minutes = existsSync(timesPath) ? JSON.parse(readFileSync(timesPath, 'utf8')) : {};

/**
 * Lets Stryker test again what survived while a module was loaded: it does not notice that there are other tests for that.
 *
 * @param {string} path of results
 */
function forgetStaticSurvivors(path) {
  if (!existsSync(path)) return;
  /** @type {{ files: Record<string, { mutants: { static?: boolean, status: string }[] }> }} */
  const report = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of Object.values(report.files)) {
    file.mutants = file.mutants.filter((mutant) => !mutant.static || mutant.status !== 'Survived');
  }
  writeFileSync(path, JSON.stringify(report));
}

/** @param {Part} part */
async function run(part) {
  for (const [index, tests] of part.tests.entries()) {
    const mutate =
      index === 0
        ? sources.filter((path) => part.modules.includes(moduleOf(path)))
        : readMutants(part).flatMap(({ outcome, range }) => (outcome === 'survived' ? [range] : []));
    if (mutate.length === 0) return;
    console.log(`\n${part.name}, ${tests.project} tests`);
    const start = Date.now();
    const incrementalFile = resultsPath(part, tests);
    if (index === 0 && !existsSync(incrementalFile)) minutes[part.name] = 0;
    forgetStaticSurvivors(incrementalFile);
    process.env['MUTATION_PROJECT'] = tests.project;
    process.env['MUTATION_TESTS'] = tests.files.join(' ');
    const concurrency = tests.project === 'properties' ? 2 : 4; // even with two cores, because all others mostly wait
    await new Stryker({ mutate, concurrency, incrementalFile }).runMutationTest();
    minutes[part.name] = (minutes[part.name] ?? 0) + (Date.now() - start) / 60_000;
    writeFileSync(timesPath, JSON.stringify(minutes));
  }
}

/**
 * What the docs say of the mutants of a file.
 *
 * @typedef {Record<'killed' | 'timed out' | 'survived', number>} Counts
 */

/** @typedef {Record<string, { minutes: number, files: Record<string, Counts> }>} Results by the names of parts */

/**
 * @param {readonly Mutant[]} mutants
 * @returns {Record<string, Counts>}
 */
function countByFile(mutants) {
  /** @type {Record<string, Counts>} */
  const files = {};
  for (const { file, outcome } of mutants) {
    const counts = (files[file] ??= { 'killed': 0, 'timed out': 0, 'survived': 0 });
    counts[outcome]++;
  }
  return files;
}

/** @param {readonly Counts[]} counts */
function toCells(counts) {
  const sum = (/** @type {keyof Counts} */ outcome) => counts.reduce((total, count) => total + count[outcome], 0);
  const [killed, timedOut, survived] = [sum('killed'), sum('timed out'), sum('survived')];
  const mutants = killed + timedOut + survived;
  const score = mutants === 0 ? '–' : `${((100 * (killed + timedOut)) / mutants).toFixed(1)} %`; // not run yet
  return [...[mutants, killed, timedOut, survived].map(String), score];
}

const scoreHead = ['mutants', 'killed', 'timed out', 'survived', 'score'];

/** @param {Record<string, Counts>} files */
function toScores(files) {
  const rows = Object.keys(files)
    .toSorted()
    .map((file) => [file].concat(toCells(files[file] ? [files[file]] : [])));
  return { name: 'scores', head: ['file', ...scoreHead], rows: [...rows, ['all', ...toCells(Object.values(files))]] };
}

/** @param {Results} results */
function toParts(results) {
  const rows = parts.map(({ name }) => {
    const { minutes: time = 0, files = {} } = results[name] ?? {};
    return [name, ...toCells(Object.values(files)), time.toFixed(0)];
  });
  const total = Object.values(results).reduce((sum, result) => sum + result.minutes, 0);
  const all = Object.values(results).flatMap(({ files }) => Object.values(files));
  return {
    name: 'parts',
    head: ['part', ...scoreHead, 'minutes'],
    rows: [...rows, ['all', ...toCells(all), total.toFixed(0)]],
  };
}

function toSurvivors() {
  const quote = (/** @type {string} */ code) => {
    const escaped = code.replaceAll('|', String.raw`\|`) || ' ';
    return code.includes('`') ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
  };
  const rows = survivors.map(({ files, because, mutants: explained }) => [
    files.join('<br>'),
    explained.map(([code, replacement]) => `${quote(code)} → ${quote(replacement)}`).join('<br>'),
    because,
  ]);
  return { name: 'survivors', head: ['files', 'mutants', 'why they survive'], rows };
}

/**
 * Survivors that are not explained, and explanations of what does not survive.
 *
 * @param {readonly Mutant[]} mutants
 */
function findProblems(mutants) {
  /** @param {Pick<Mutant, 'file' | 'code' | 'replacement'>} mutant */
  const keyOf = ({ file, code, replacement }) => `${file}: ${JSON.stringify([code, replacement])}`;
  const tested = new Set(mutants.map(({ file }) => file));
  const survived = new Set(mutants.filter(({ outcome }) => outcome === 'survived').map(keyOf));
  const explained = new Set(
    survivors.flatMap(({ files, mutants: pairs }) =>
      files
        .filter((file) => tested.has(file))
        .flatMap((file) => pairs.map(([code, replacement]) => keyOf({ file, code, replacement }))),
    ),
  );
  return [
    ...[...survived].filter((key) => !explained.has(key)).map((key) => `not explained: ${key}`),
    ...[...explained].filter((key) => !survived.has(key)).map((key) => `does not survive: ${key}`),
  ];
}

mkdirSync('.mutation', { recursive: true });
if (!args.includes('--no-run')) for (const part of selected) await run(part);

const mutants = selected.flatMap(readMutants);
console.log(`\n${formatTable(toScores(countByFile(mutants)))}\n`);
const problems = findProblems(mutants);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
if (args.includes('--update-docs')) {
  /** @type {Results} */
  const known = JSON.parse(readFileSync(committedPath, 'utf8'));
  /** @type {Results} */
  const results = {};
  for (const part of parts) {
    const result = selected.includes(part)
      ? { minutes: Number((minutes[part.name] ?? 0).toFixed(1)), files: countByFile(readMutants(part)) }
      : known[part.name];
    if (result) results[part.name] = result;
  }
  const text = await format(JSON.stringify(results), { ...(await resolveConfig(committedPath)), parser: 'json' });
  writeFileSync(committedPath, text);
  const files = Object.assign({}, ...Object.values(results).map((result) => result.files));
  for (const table of [toScores(files), toParts(results), toSurvivors()]) writeTable(docs, table);
}
