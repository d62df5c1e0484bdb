import { drawBars } from './report/drawBars.ts';
import type { Figure, Section } from './report/Section.ts';
import { median, summarize } from './report/summarize.ts';
import type { ButtonKind } from './page/main.tsx';
import { openBenchmarkPage } from './page/openBenchmarkPage.ts';

const names: Record<ButtonKind, string> = {
  bare: 'bare `<button>`',
  bareWithSameProps: 'with our attributes',
  package: 'package',
  byHand: 'by hand',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys has no narrower type
const kinds = Object.keys(names) as ButtonKind[];

/** How many rounds of all kinds are measured for how many buttons. A quarter more comes first, to warm up. */
const rounds = new Map([
  [1, 200],
  [100, 60],
  [1000, 60],
  [10_000, 15],
]);

type Times = Record<ButtonKind, number[]>;

const createTimes = (): Times => ({ bare: [], bareWithSameProps: [], package: [], byHand: [] });

const formatTime = (time: number) => time.toLocaleString('en', { maximumSignificantDigits: 3 });

/** Mounting and rendering again, and the heap, of many buttons. Kinds take turns, so that whatever slows the machine slows all. */
export const buttons: Section = async () => {
  const { page, devTools, close } = await openBenchmarkPage();
  const collectGarbage = () => devTools.send('HeapProfiler.collectGarbage');
  const render = (kind: ButtonKind, count: number) =>
    page.evaluate(([name, number]) => window.benchmark.render(name, number), [kind, count] as const);
  const unmount = () => page.evaluate(() => window.benchmark.unmount());

  async function measureTimes(count: number, total: number): Promise<{ mounting: Times; again: Times }> {
    const [mounting, again] = [createTimes(), createTimes()];
    for (let round = -Math.ceil(total / 4); round < total; round++) {
      for (const kind of round % 2 ? kinds : kinds.toReversed()) {
        const mounted = await render(kind, count);
        const rendered = await render(kind, count);
        await unmount();
        if (round < 0) continue;
        mounting[kind].push(mounted);
        again[kind].push(rendered);
      }
    }
    return { mounting, again };
  }

  async function measureHeap(kind: ButtonKind, count: number): Promise<number> {
    const read = async () => {
      // The first one leaves what has a finalizer.
      await collectGarbage();
      await collectGarbage();
      return (await devTools.send('Runtime.getHeapUsage')).usedSize;
    };
    const before = await read();
    await render(kind, count);
    const after = await read();
    await unmount();
    return (after - before) / count;
  }

  try {
    const figures: Figure[] = [];
    const rows: string[][] = [];
    const panels = [];
    const addRows = (title: string, count: number, times: Times) => {
      const ratioTo = (other: ButtonKind) =>
        summarize(times.package.map((time, index) => time / (times[other][index] ?? NaN)));
      const [toBare, toByHand] = [ratioTo('bare'), ratioTo('byHand')];
      figures.push(
        { name: `${title} ${count}, package to bare`, unit: '×', ...toBare },
        { name: `${title} ${count}, package to by hand`, unit: '×', ...toByHand },
      );
      rows.push([
        `${title} ${count.toLocaleString('en')}`,
        ...kinds.map((kind) => `${formatTime(median(times[kind]))} ms`),
        `${toBare.value.toFixed(2)} ×`,
        `${toByHand.value.toFixed(2)} ×`,
      ]);
    };
    const all = [];
    for (const [count, total] of rounds) all.push({ count, ...(await measureTimes(count, total)) });
    for (const { count, mounting } of all) addRows('mounting', count, mounting);
    for (const { count, again } of all) addRows('rendering again', count, again);
    for (const { count, mounting, again } of all.filter((found) => found.count >= 1000)) {
      for (const [title, times] of [
        ['Mounting', mounting],
        ['Rendering again', again],
      ] as const) {
        panels.push({
          title: `${title} ${count.toLocaleString('en')} buttons`,
          unit: 'ms',
          bars: kinds.map((kind) => {
            const { value, low, high } = summarize(times[kind]);
            return { label: names[kind].replaceAll('`', ''), value, low, high, isOurs: kind === 'package' };
          }),
        });
      }
    }

    const heapCount = 10_000;
    const heap = createTimes();
    for (let round = 0; round < 3; round++) {
      for (const kind of kinds) heap[kind].push(await measureHeap(kind, heapCount));
    }
    const overBare = summarize(heap.package.map((bytes, index) => bytes - (heap.bare[index] ?? NaN)));
    figures.push({ name: `heap of a button, package over bare`, unit: 'B', ...overBare });
    const inBytes = (kind: ButtonKind) => `${Math.round(median(heap[kind])).toLocaleString('en')} B`;
    const toByHand = median(heap.package) / median(heap.byHand);
    rows.push([
      'heap of one of 10,000',
      ...kinds.map(inBytes),
      `+${Math.round(overBare.value)} B`,
      `${toByHand.toFixed(2)} ×`,
    ]);

    return {
      figures,
      tables: [
        {
          name: 'buttons',
          head: ['', ...kinds.map((kind) => names[kind]), 'package to bare', 'package to by hand'],
          rows,
        },
      ],
      plots: [{ file: 'buttons.svg', svg: drawBars('Many buttons on a page: medians and quartiles', panels) }],
    };
  } finally {
    await close();
  }
};
