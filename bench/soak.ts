// Repeats cancellations and dialogs in one page, in each engine that is installed, and fails if anything accumulates. With
// `--update-docs` it writes the table of docs/performance.md. `--engine=firefox` selects one engine.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import process from 'node:process';
import { servePaySandbox } from '../scripts/servePaySandbox.ts';
import { writeTable } from '../scripts/writeTable.js';
import { wait } from '../tests/support/wait.ts';
import { previewWithPackage } from './previewWithPackage.ts';
import { findSlope } from './soak/findSlope.ts';
import { findEngines, type SoakPage } from './soak/openEngines.ts';
import type { Resources } from './soak/countResources.ts';

const root = resolve(import.meta.dirname, '..');
const isUpdate = process.argv.includes('--update-docs');
const only = process.argv.find((argument) => argument.startsWith('--engine='))?.slice('--engine='.length);

interface Sample extends Resources {
  heap?: number;
}

interface Load {
  name: string;
  /** The expression that runs this many cycles in the page. */
  run: (cycles: number) => string;
  cycles: number;
  /** What one call in the page runs, well within a driver's time limit. */
  perCall: number;
}

const loads: readonly Load[] = [
  // Each cycle cancels twice: through the client and through the hook.
  { name: '10,000 cancellations', run: (cycles) => `soak.cancel(${cycles})`, cycles: 5000, perCall: 250 },
  { name: '1,000 dialogs', run: (cycles) => `soak.openDialogs(${cycles})`, cycles: 1000, perCall: 10 },
];

const samplesPerLoad = 5;

/** In ms. TanStack Query keeps a finished mutation for 5 s. */
const settling = 6000;

/** In bytes per cycle. */
const heapLimit = 100;

async function sample({ evaluate, readMetrics }: SoakPage): Promise<Sample> {
  await wait(settling);
  const counted = await evaluate<Resources>('soak.countResources()');
  const metrics = await readMetrics?.();
  return { ...counted, ...metrics };
}

/** The samples after each fifth of the cycles. As many cycles as between two samples have run before the first. */
async function soak(page: SoakPage, { run, cycles, perCall }: Load): Promise<Sample[]> {
  const samples: Sample[] = [];
  const interval = cycles / samplesPerLoad;
  for (let index = 0; index <= samplesPerLoad; index++) {
    for (let done = 0; done < interval; done += perCall) await page.evaluate(run(Math.min(perCall, interval - done)));
    samples.push(await sample(page));
  }
  return samples;
}

execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' });
const app = await previewWithPackage({
  root: resolve(root, 'bench/soak'),
});
const api = await servePaySandbox();

const format = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });
const rows: string[][] = [];
const problems: string[] = [];
try {
  for (const open of findEngines(only)) {
    const page = await open();
    await page.goto(`${app.url}?api=${encodeURIComponent(`${api.url}/pay/2024-4`)}`);
    for (const load of loads) {
      const samples = await soak(page, load);
      const cycles = samples.map((_, index) => (index * load.cycles) / samplesPerLoad);
      const slopeOf = (name: keyof Sample) =>
        findSlope(
          cycles,
          samples.map((found) => found[name] ?? NaN),
        );
      const [first, last] = [samples[0], samples.at(-1)];
      const cells = (['nodes', 'listeners', 'timers'] as const).map((name) => {
        const slope = slopeOf(name);
        // Less than one in the whole run is no growth.
        if (slope * load.cycles >= 1) problems.push(`${page.engine}, ${load.name}: ${name} grow by ${slope} per cycle`);
        return `${first?.[name]} → ${last?.[name]}`;
      });
      const heap = slopeOf('heap');
      if (heap > heapLimit) problems.push(`${page.engine}, ${load.name}: heap grows by ${heap} B per cycle`);
      rows.push([page.engine, load.name, page.readMetrics ? format(heap) : 'not available', ...cells]);
      process.stdout.write(`${rows.at(-1)?.join(' | ')}\n${JSON.stringify(samples)}\n`);
    }
    await page.close();
  }
} finally {
  await Promise.all([app.close(), api.close()]);
}

if (!only) {
  const head = ['engine', 'load', 'heap per cycle (B)', 'nodes', 'listeners', 'timers'];
  if (isUpdate) writeTable(resolve(root, 'docs/performance.md'), { name: 'soak', head, rows });
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exit(Math.min(problems.length, 1));
