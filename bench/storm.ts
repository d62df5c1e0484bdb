// Simulates an outage with 100,000 clients: the package's retries against TanStack Query's. Takes some minutes. With
// `--update-docs` it writes the tables and the plot of docs/performance.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { writeTable } from '../scripts/writeTable.js';
import { createPackageCaller, createTanStackCaller } from './storm/callers.ts';
import { drawStorm, type Panel } from './storm/drawStorm.ts';
import { measure, type Measures } from './storm/measure.ts';
import type { Arrival, Failure, Scenario } from './storm/Scenario.ts';
import { simulate } from './storm/simulate.ts';

const isUpdate = process.argv.includes('--update-docs');
const root = resolve(import.meta.dirname, '..');

/** The package's default, for both. */
const retry = 2;
const common = { clients: 100_000, capacity: 2000, retry, seed: 2026 };

const together = (after: number): Arrival => ({ kind: 'together', after });
const steady: Arrival = { kind: 'steady', duration: 100_000 }; // 1,000 a second
const cases: readonly { start: string; outage: number; arrival: Arrival }[] = [
  { start: 'together, when the outage begins', outage: 5000, arrival: together(0) },
  { start: 'together, in the middle of the outage', outage: 5000, arrival: together(2500) },
  { start: 'steadily, 1,000 a second', outage: 5000, arrival: steady },
  { start: 'together, when the outage begins', outage: 60_000, arrival: together(0) },
  { start: 'steadily, 1,000 a second', outage: 60_000, arrival: steady },
];
const failures: readonly Failure[] = ['503', 'network-error'];

const format = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });
const compare = (ours: number, theirs: number) => [format(ours), format(theirs), (ours / theirs).toFixed(2)];

const panels: Panel[] = [];
const peaks: string[][] = [];
const totals: string[][] = [];
for (const { start, outage, arrival } of cases) {
  for (const failure of failures) {
    const scenario: Scenario = { ...common, arrival, failure, outage };
    const ours = await simulate(scenario, createPackageCaller(retry));
    const theirs = await simulate(scenario, createTanStackCaller(retry));
    if (failure === '503') panels.push({ title: `Outage of ${outage / 1000} s, clients start ${start}`, ours, theirs });
    const [first, second] = [measure(ours), measure(theirs)];
    const cells = [start, `${outage / 1000} s`, failure];
    const inShort = compare(first.peaks.short, second.peaks.short);
    const inLong = compare(first.peaks.long, second.peaks.long);
    peaks.push([...cells, ...inShort, ...inLong]);
    const pair = (read: (measures: Measures) => number) => [format(read(first)), format(read(second))];
    totals.push([
      ...cells,
      ...pair(({ requests }) => requests),
      ...pair(({ confirmedByFirstCall }) => confirmedByFirstCall),
      ...pair(({ served }) => served),
    ]);
    process.stdout.write(`${[...cells, ...inShort, ...inLong].join(' | ')}\n`);
  }
}

const head = ['clients start', 'outage', 'requests get'];
const tables = [
  {
    name: 'storm-peaks',
    head: [...head, 'package, 0.1 s', 'TanStack, 0.1 s', 'ratio', 'package, 1 s', 'TanStack, 1 s', 'ratio'],
    rows: peaks,
  },
  {
    name: 'storm-totals',
    head: [
      ...head,
      'requests, package',
      'TanStack',
      'served by first call, package',
      'TanStack',
      '99 % served after, package (s)',
      'TanStack (s)',
    ],
    rows: totals,
  },
];
const docs = resolve(root, 'docs/performance.md');
const areCurrent = tables.map((table) => writeTable(docs, table, { isCheck: !isUpdate }));
if (isUpdate) writeFileSync(resolve(root, 'docs/storm.svg'), drawStorm(panels));
if (!areCurrent.every(Boolean)) {
  process.stderr.write('docs/performance.md has other results. `npm run bench:storm -- --update-docs` writes these.\n');
  process.exitCode = 1;
}
