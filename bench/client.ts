import { join } from 'node:path';
import { findExcesses, measureStub } from './client/measureStub.ts';
import { openRuntimes } from './client/openRuntimes.ts';
import { drawBars } from './report/drawBars.ts';
import type { Section } from './report/Section.ts';
import { median, summarize, toFigure } from './report/summarize.ts';

const ours = 'this package';

/** Those that a user would take instead. */
const alternatives = new Set(['openapi-fetch', 'ofetch', 'ky', 'axios']);

const blocks = 20;
const roundsPerBlock = 100;

interface ClientTimes {
  runtime: string;
  client: string;
  /** The median, in µs. */
  time: number;
  /** This client's time divided by that of the package in the same round: the median of each block. */
  ratios: number[];
}

async function measureLoopback(): Promise<ClientTimes[]> {
  const times: ClientTimes[] = [];
  for (const runtime of await openRuntimes(join(import.meta.dirname, 'compared/onLoopback.ts'))) {
    const rounds = await runtime.measure<Record<string, number>[]>(runtime.url, (blocks + 1) * roundsPerBlock);
    await runtime.close();
    const measured = rounds.slice(roundsPerBlock); // after one block to warm up
    for (const client of Object.keys(measured[0] ?? {})) {
      const timeOf = (round: Record<string, number>, name = client) => round[name] ?? NaN;
      times.push({
        runtime: runtime.name,
        client,
        time: median(measured.map((round) => timeOf(round))),
        ratios: Array.from({ length: blocks }, (_, block) =>
          median(
            measured
              .slice(block * roundsPerBlock, (block + 1) * roundsPerBlock)
              .map((round) => timeOf(round) / timeOf(round, ours)),
          ),
        ),
      });
    }
  }
  return times;
}

/** The time of a call over a `fetch` that resolves immediately, and to a server on loopback. */
export const client: Section = async () => {
  const costs = await measureStub({ atLeast: 10, atMost: 30 });
  const times = await measureLoopback();
  const runtimes = [...new Set(times.map(({ runtime }) => runtime))];
  const others = times.filter(({ client: name }) => name !== ours);
  const faster = others.filter(({ client: name, ratios }) => alternatives.has(name) && median(ratios) < 1);
  return {
    figures: [
      ...costs.map(({ runtime, blockCosts }) =>
        toFigure(`above bare fetch, over a stub, ${runtime}`, 'µs', blockCosts),
      ),
      // The other way round, so that smaller is better.
      ...others.map(({ runtime, client: name, ratios }) =>
        toFigure(
          `time divided by that of ${name}, on loopback, ${runtime}`,
          '×',
          ratios.map((ratio) => 1 / ratio),
        ),
      ),
    ],
    tables: [
      {
        name: 'client-stub',
        head: ['', 'µs above bare `fetch`', 'quartiles', 'lowest'],
        rows: costs.map(({ runtime, blockCosts, lowest }) => {
          const { value, low, high } = summarize(blockCosts);
          return [runtime, value.toFixed(1), `${low.toFixed(1)}–${high.toFixed(1)}`, lowest.toFixed(1)];
        }),
      },
      {
        name: 'client-loopback',
        head: ['', ...runtimes.flatMap((runtime) => [`${runtime}, µs`, 'ratio', 'quartiles'])],
        rows: [...new Set(times.map(({ client: name }) => name))].map((name) =>
          [name].concat(
            times
              .filter((found) => found.client === name)
              .flatMap(({ time, ratios }) => {
                const { value, low, high } = summarize(ratios);
                return [time.toFixed(0), value.toFixed(2), `${low.toFixed(2)}–${high.toFixed(2)}`];
              }),
          ),
        ),
      },
    ],
    plots: [
      {
        file: 'client.svg',
        svg: drawBars(
          'The time of a request to a server on loopback, divided by that with this package',
          runtimes.map((runtime) => ({
            title: runtime,
            unit: 'ratio of the times in one round, with quartiles',
            reference: 1,
            bars: times
              .filter((found) => found.runtime === runtime)
              .map(({ client: name, ratios }) => {
                const { value, low, high } = summarize(ratios);
                return { label: name, isOurs: name === ours, value, low, high };
              }),
          })),
        ),
      },
    ],
    problems: [
      ...findExcesses(costs),
      ...faster.map(({ runtime, client: name }) => `${name} is faster than this package on loopback in ${runtime}.`),
    ],
  };
};
