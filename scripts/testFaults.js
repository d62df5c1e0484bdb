// Runs the client against a network that fails: in Node and Chromium, and in WebKit and Firefox if their Debian packages are
// installed. `--update-docs` writes the results to the tables in the docs.
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findMissingPackages, installEngines, startWebKitDriver } from './engines.js';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/network.md');
const isUpdate = process.argv.includes('--update-docs');

/** @typedef {NonNullable<import('vitest').TaskMeta['fault']>} Cell */

/**
 * Resolves to the cells of the table.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runFaults(args, env = {}) {
  const { code, results } = await runVitest(args, { env: { ...process.env, ...env } });
  if (code !== 0) process.exitCode = 1;
  return results.flatMap(({ meta }) => meta.fault ?? []);
}

const runtimes = /** @type {const} */ ([
  ['node', 'Node'],
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
]);

/**
 * By fault: its usual outcome, and for each runtime the time in seconds, in a browser from the same origin and from
 * another one.
 *
 * @param {readonly Cell[]} cells
 */
function toTable(cells) {
  const rows = [...new Set(cells.map(({ name }) => name))].map((name) => {
    const ofFault = cells.filter((cell) => cell.name === name);
    const usual = ofFault[0]?.outcome ?? '';
    const format = (/** @type {Cell} */ { outcome, ms }) =>
      (outcome === usual ? '' : `\`${outcome}\` `) + (ms / 1000).toFixed(1);
    const columns = runtimes.map(([runtime]) =>
      ofFault
        .filter((cell) => cell.runtime === runtime)
        .map(format)
        .join(' / '),
    );
    return [name, `\`${usual}\``].concat(columns.map((column) => column || '–'));
  });
  return { name: 'faults', head: ['fault', 'outcome', ...runtimes.map(([, title]) => title)], rows };
}

/** @param {readonly Cell[]} cells */
function toExceptions(cells) {
  /** @type {ReadonlyMap<string, string>} */
  const titles = new Map(runtimes);
  const rows = cells
    .filter(({ reason }) => reason)
    .map(({ name, runtime, outcome, reason = '' }) => [name, `\`${outcome}\``, `${titles.get(runtime)} ${reason}`]);
  const unique = [...new Map(rows.map((row) => [row.join(), row])).values()];
  return { name: 'exceptions', head: ['fault', 'outcome', 'because'], rows: unique };
}

const cells = await runFaults(['--project', 'faults']);
const missing = findMissingPackages();
if (missing.length > 0) {
  console.log(`WebKit and Firefox are left out. They need these Debian packages: ${missing.join(' ')}`);
} else {
  installEngines();
  const driver = await startWebKitDriver();
  const config = ['--config', 'tests/engines/vitest.config.ts'];
  for (const engine of ['firefox', 'webkit']) {
    const env = { ENGINE: engine, WEBKIT_DRIVER_PORT: String(driver.port) };
    cells.push(...(await runFaults([...config, '--project', `${engine}-faults`], env)));
  }
  driver.stop();
}
if (isUpdate) for (const table of [toTable(cells), toExceptions(cells)]) writeTable(docs, table);
process.exit();
