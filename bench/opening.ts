import type { Locator } from 'playwright';
import { wait } from '../tests/support/wait.ts';
import { median, summarize } from './report/summarize.ts';
import type { Figure, Section } from './report/Section.ts';
import type { Interaction } from './page/startInteraction.ts';
import { openBenchmarkPage } from './page/openBenchmarkPage.ts';

const kinds = ['package', 'byHand'] as const;
type Kind = (typeof kinds)[number];

interface Setting {
  name: string;
  rows: number;
  /** The factor by which Chromium slows the page down. */
  slowdown: number;
  rounds: number;
}

const settings: readonly Setting[] = [
  { name: '1 button', rows: 1, slowdown: 1, rounds: 11 },
  { name: '1,000 buttons', rows: 1000, slowdown: 1, rounds: 11 },
  { name: '1 button, CPU 6 × slower', rows: 1, slowdown: 6, rounds: 7 },
];

interface Visit {
  opening: Interaction;
  confirming: Interaction;
}

/** In ms. The dialog ignores taps for so long after it has opened, and takes those that were meant for it after it has closed. */
const coverTime = 500;

/** From a click until what it shows is painted, with the dialog's chunk loaded. */
export const opening: Section = async () => {
  const { page, devTools, close } = await openBenchmarkPage();

  async function press(target: Locator): Promise<Interaction> {
    const box = await target.boundingBox();
    if (!box) throw new Error('There is nothing to press.');
    await page.evaluate(() => window.benchmark.startInteraction());
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    return page.evaluate(() => window.benchmark.finishInteraction());
  }

  async function visit(kind: Kind, rows: number): Promise<Visit> {
    await page.evaluate(([name, count]) => void window.benchmark.render(name, count), [kind, rows] as const);
    await devTools.send('HeapProfiler.collectGarbage');
    const opened = await press(page.locator('.cancel-payment-trigger').first());
    if (opened.focused !== 'Keep payment')
      throw new Error(`The dialog has not opened (${kind}): “${opened.focused}” has focus.`);
    const dialog = page.getByRole('alertdialog');
    await wait(coverTime);
    const confirmed = await press(dialog.getByRole('button', { name: 'Cancel payment' }));
    await page.getByText('Payment canceled').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
    await wait(coverTime);
    await page.evaluate(() => window.benchmark.unmount());
    return { opening: opened, confirming: confirmed };
  }

  try {
    const figures: Figure[] = [];
    const table: string[][] = [];
    const problems: string[] = [];
    for (const { name, rows, slowdown, rounds } of settings) {
      await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const visits: Record<Kind, Visit[]> = { package: [], byHand: [] };
      for (let round = -1; round < rounds; round++) {
        for (const kind of round % 2 ? kinds : kinds.toReversed()) {
          const visited = await visit(kind, rows);
          if (round >= 0) visits[kind].push(visited);
        }
      }
      for (const action of ['opening', 'confirming'] as const) {
        const read = (kind: Kind, key: 'painted' | 'duration' | 'shift') =>
          visits[kind].map((visited) => visited[action][key]);
        const byHand = read('byHand', 'painted');
        const ratio = summarize(read('package', 'painted').map((time, index) => time / (byHand[index] ?? NaN)));
        const painted = summarize(read('package', 'painted'));
        const duration = Math.max(...read('package', 'duration'));
        const shift = Math.max(...read('package', 'shift'));
        figures.push(
          { name: `${action}, ${name}`, unit: 'ms', ...painted },
          { name: `${action}, ${name}, package to by hand`, unit: '×', ...ratio },
        );
        if (shift > 0) problems.push(`${action}, ${name}: the layout shifts by ${shift}.`);
        table.push([
          `${action}, ${name}`,
          `${painted.value.toFixed(1)} ms`,
          `${median(byHand).toFixed(1)} ms`,
          `${ratio.value.toFixed(2)} ×`,
          duration > 16 ? `${duration} ms` : 'at most 16 ms',
          String(shift),
        ]);
      }
    }
    return {
      figures,
      tables: [
        {
          name: 'opening',
          head: ['', 'package', 'by hand', 'package to by hand', 'longest event, package', 'layout shift, package'],
          rows: table,
        },
      ],
      plots: [],
      problems,
    };
  } finally {
    await close();
  }
};
