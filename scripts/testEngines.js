// Runs tests in WebKit and Firefox, which Debian packages have. Installs nothing but the npm packages of tests/engines.
// Arguments are passed to Vitest, for example a test file. `--update-docs` writes the results to the table in the docs.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findMissingPackages, installEngines, readEngineVersions, startWebKitDriver } from './engines.js';
import { readResults, writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(root, 'tests/engines');
const docs = resolve(root, 'docs/browsers.md');
/** For one engine: `--engine=webkit`. */
const only = process.argv.find((argument) => argument.startsWith('--engine='))?.slice('--engine='.length);
const isUpdate = process.argv.includes('--update-docs');
const args = process.argv.slice(2).filter((argument) => !/^--(?:update-docs|engine=)/.test(argument));

/**
 * Resolves to the exit code.
 *
 * @param {string} engine
 * @param {string} project
 * @param {string} report
 * @param {number} port
 * @returns {Promise<number>}
 */
function runVitest(engine, project, report, port) {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const config = resolve(folder, 'vitest.config.ts');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--passWithNoTests'];
  const env = { ...process.env, ENGINE: engine, WEBKIT_DRIVER_PORT: String(port) };
  return new Promise((settle, reject) => {
    spawn(process.execPath, [vitest, 'run', '--config', config, '--project', project, ...reporters, ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    })
      .on('error', reject)
      .on('exit', (code) => settle(code ?? 1));
  });
}

const missing = findMissingPackages();
if (missing.length > 0) {
  console.error(
    `Tests in WebKit and Firefox need Debian packages that are not installed. To install them:\n` +
      `apt-get install --no-install-recommends ${missing.join(' ')}`,
  );
  process.exit(1);
}
installEngines();

const reports = mkdtempSync(join(tmpdir(), 'engines-'));
const driver = await startWebKitDriver();

/**
 * The two kinds of tests one after the other: WebKit's driver has one session at a time.
 *
 * @param {string} engine
 */
async function runEngine(engine) {
  const results = [];
  for (const project of [`${engine}-pages`, engine]) {
    const report = join(reports, `${project}.json`);
    const code = await runVitest(engine, project, report, driver.port);
    results.push({ code, ...(existsSync(report) && readResults(JSON.parse(readFileSync(report, 'utf8')))) });
  }
  return results;
}

try {
  const engines = only ? [only] : ['webkit', 'firefox'];
  // At the same time: WebKit waits for its driver most of the time.
  const results = await Promise.all(engines.map(runEngine));
  process.exitCode = Math.max(...results.flat().map(({ code }) => code));
  // The table is of all tests in both engines.
  if (!only && args.length === 0) {
    const head = /** @type {const} */ (['run', 'passed', 'failed', 'skipped']);
    const versions = readEngineVersions();
    const rows = results.map((kinds, index) => {
      const counts = head.map((name) => String(kinds.reduce((sum, kind) => sum + (kind[name] ?? 0), 0)));
      return (versions[index] ?? []).concat(counts);
    });
    const table = { name: 'engines', head: ['engine', 'version', ...head], rows };
    if (!writeTable(docs, table, { isCheck: !isUpdate })) {
      console.error('docs/browsers.md has other results. `npm run test:engines -- --update-docs` writes these.');
    }
  }
} finally {
  driver.stop();
  rmSync(reports, { recursive: true, force: true });
}
process.exit();
