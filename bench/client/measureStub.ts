import { join } from 'node:path';
import { median } from '../report/summarize.ts';
import { openRuntimes } from './openRuntimes.ts';
import type { StubTimes } from './overStub.ts';

/** What a call of the client may cost above bare `fetch`, in µs. */
const stubBudget = 6;

/** A second or less each. */
const pairsPerBlock = 100;

export interface StubCost {
  runtime: string;
  /** In µs, of each block of pairs: the median of the client's time less that of bare `fetch`. */
  blockCosts: number[];
  /** The lowest of them: other programs on the machine make a call slower, but never faster. */
  lowest: number;
}

/** Measures blocks of pairs in each runtime, until one is within the budget, and at least `atLeast`. */
export async function measureStub({ atLeast, atMost }: { atLeast: number; atMost: number }): Promise<StubCost[]> {
  const costs: StubCost[] = [];
  for (const runtime of await openRuntimes(join(import.meta.dirname, 'overStub.ts'))) {
    const blockCosts: number[] = [];
    const isEnough = () => blockCosts.length >= atLeast && Math.min(...blockCosts) <= stubBudget;
    while (blockCosts.length < atMost && !isEnough()) {
      const times = await runtime.measure<StubTimes[]>(pairsPerBlock);
      blockCosts.push(median(times.map(({ client, bareFetch }) => client - bareFetch)));
    }
    await runtime.close();
    costs.push({ runtime: runtime.name, blockCosts, lowest: Math.min(...blockCosts) });
  }
  return costs;
}

/** Each runtime in which the client costs more than the budget. */
export const findExcesses = (costs: readonly StubCost[]): string[] =>
  costs
    .filter(({ lowest }) => lowest > stubBudget)
    .map(
      ({ runtime, lowest, blockCosts }) =>
        `A call of the client takes ${lowest.toFixed(1)} µs more than bare fetch in ${runtime}, the lowest of ${blockCosts.length} medians. The limit is ${stubBudget} µs.`,
    );
