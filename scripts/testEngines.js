// Runs tests in WebKit and Firefox, which Debian packages have. Installs nothing but the npm packages of tests/engines.
// Arguments are passed to Vitest, for example a test file. `--update-docs` writes the results to the table in the docs.
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findMissingPackages, installEngines, readEngineVersions, startWebKitDriver } from './engines.js';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/browsers.md');
/** For one engine: `--engine=webkit`. */
const only = process.argv.find((argument) => argument.startsWith('--engine='))?.slice('--engine='.length);
const isUpdate = process.argv.includes('--update-docs');
const args = process.argv.slice(2).filter((argument) => !/^--(?:update-docs|engine=)/.test(argument));

const missing = findMissingPackages();
if (missing.length > 0) {
  console.error(
    `Tests in WebKit and Firefox need Debian packages that are not installed. To install them:\n` +
      `apt-get install --no-install-recommends ${missing.join(' ')}`,
  );
  process.exit(1);
}
installEngines();

const driver = await startWebKitDriver();

/**
 * The two kinds of tests one after the other: WebKit's driver has one session at a time.
 *
 * @param {string} engine
 */
async function runEngine(engine) {
  const env = { ...process.env, ENGINE: engine, WEBKIT_DRIVER_PORT: String(driver.port) };
  const runs = [];
  for (const project of [`${engine}-pages`, engine]) {
    const options = ['--config', 'tests/engines/vitest.config.ts', '--project', project, '--passWithNoTests'];
    runs.push(await runVitest([...options, ...args], { env }));
  }
  return runs;
}

/** @param {readonly import('./runVitest.js').TestResult[]} results */
function countResults(results) {
  const count = (/** @type {string} */ status) => results.filter((result) => result.status === status).length;
  const [passed, failed] = [count('passed'), count('failed')];
  return [passed + failed, passed, failed, results.length - passed - failed];
}

try {
  const engines = only ? [only] : ['webkit', 'firefox'];
  // At the same time: WebKit waits for its driver most of the time.
  const runs = await Promise.all(engines.map(runEngine));
  process.exitCode = Math.max(...runs.flat().map(({ code }) => code));
  // The table is of all tests in both engines.
  if (!only && args.length === 0) {
    const head = ['run', 'passed', 'failed', 'skipped'];
    const versions = readEngineVersions();
    const rows = runs.map((kinds, index) => {
      const counts = countResults(kinds.flatMap(({ results }) => results));
      return (versions[index] ?? []).concat(counts.map(String));
    });
    const table = { name: 'engines', head: ['engine', 'version', ...head], rows };
    if (!writeTable(docs, table, { isCheck: !isUpdate })) {
      console.error('docs/browsers.md has other results. `npm run test:engines -- --update-docs` writes these.');
    }
  }
} finally {
  driver.stop();
}
process.exit();
