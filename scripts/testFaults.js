// Runs the client against a network that fails, and the page through what can happen to it: in Node and Chromium, and in WebKit
// and Firefox if their Debian packages are installed. `--update-docs` writes the results to the tables in the docs.
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findMissingPackages, installEngines, startWebKitDriver } from './engines.js';
import { runVitest } from './runVitest.js';
import { writeTable } from './writeTable.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const docs = resolve(root, 'docs/network.md');
const isUpdate = process.argv.includes('--update-docs');

/**
 * @typedef {NonNullable<import('vitest').TaskMeta['fault']>} Cell
 * @typedef {NonNullable<import('vitest').TaskMeta['edge']>} Edge
 */

/** @type {Cell[]} */
const cells = [];
/** @type {Edge[]} */
const edges = [];

/**
 * Adds the cells of the tables.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function run(args, env = {}) {
  const { code, results } = await runVitest(args, { env: { ...process.env, ...env } });
  if (code !== 0) process.exitCode = 1;
  cells.push(...results.flatMap(({ meta }) => meta.fault ?? []));
  edges.push(...results.flatMap(({ meta }) => meta.edge ?? []));
}

const runtimes = /** @type {const} */ ([
  ['node', 'Node'],
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
]);

/** By fault: its usual outcome, and for each runtime the time in seconds, in a browser from the same origin and from another one. */
function toTable() {
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

function toExceptions() {
  /** @type {ReadonlyMap<string, string>} */
  const titles = new Map(runtimes);
  const rows = cells
    .filter(({ reason }) => reason)
    .map(({ name, runtime, outcome, reason = '' }) => [name, `\`${outcome}\``, `${titles.get(runtime)} ${reason}`]);
  const unique = [...new Map(rows.map((row) => [row.join(), row])).values()];
  return { name: 'exceptions', head: ['fault', 'outcome', 'because'], rows: unique };
}

/** By situation: what the user sees, and how many requests have reached the API by then, and later. */
function toEdges() {
  const rows = [...new Set(edges.map(({ name }) => name))].map((name) => {
    const columns = runtimes.slice(1).map(([engine]) => {
      const edge = edges.find((candidate) => candidate.name === name && candidate.engine === engine);
      return edge ? `${edge.shown}, ${edge.sent}${edge.late ? ` + ${edge.late}` : ''}` : '–';
    });
    return [name].concat(columns);
  });
  return { name: 'edges', head: ['situation', ...runtimes.slice(1).map(([, title]) => title)], rows };
}

const page = 'tests/pages/edges.test.ts';
await run(['--project', 'faults']);
await run(['--project', 'pages', page]);
const missing = findMissingPackages();
if (missing.length > 0) {
  console.log(`WebKit and Firefox are left out. They need these Debian packages: ${missing.join(' ')}`);
} else {
  installEngines();
  const driver = await startWebKitDriver();
  const config = ['--config', 'tests/engines/vitest.config.ts'];
  for (const engine of ['firefox', 'webkit']) {
    const env = { ENGINE: engine, WEBKIT_DRIVER_PORT: String(driver.port) };
    await run([...config, '--project', `${engine}-faults`], env);
    await run([...config, '--project', `${engine}-pages`, page], env);
  }
  driver.stop();
}
if (isUpdate) for (const table of [toTable(), toExceptions(), toEdges()]) writeTable(docs, table);
process.exit();
