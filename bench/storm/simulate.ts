import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { PayError } from '../../src/client/PayError.ts';
import type { Caller } from './callers.ts';
import type { Scenario } from './Scenario.ts';
import { VirtualClock } from './VirtualClock.ts';

export interface Outcome {
  /** When requests reached the server, per 100 ms from the start of the simulation. */
  perBucket: number[];
  /** How many of the clients' cancellations were confirmed, per 100 ms. */
  confirmedPerBucket: number[];
  /** How many clients had their cancellation from their first call, without pressing "Try again". */
  confirmedByFirstCall: number;
  /** When the service is back, in ms. */
  recovery: number;
}

/** In ms. */
export const bucket = 100;

/** In ms, from the client to the server and back: a mobile network. */
const roundTrip = { from: 40, to: 160 };

/** In ms, from an error until the user presses "Try again". */
const humanDelay = { from: 5000, to: 15_000 };

/** Shared, because an error with its stack takes longer to create than everything else in an attempt. */
const errors = {
  'refused': new PayError('server-error', { status: 503 }),
  'no response': new PayError('network-error'),
};

/** In ms. What the server can take in a burst, when it has been idle before. */
const burst = 100;

function createRandom(seed: number) {
  const generator = xoroshiro128plus(seed);
  return ({ from, to }: { from: number; to: number }) => from + uniformFloat64(generator) * (to - from);
}

/** Simulates all clients until each has its cancellation. The same scenario always has the same outcome. */
export async function simulate(scenario: Scenario, call: Caller): Promise<Outcome> {
  const { clients, arrival, failure, outage, capacity, seed } = scenario;
  const start = arrival.kind === 'steady' ? arrival.duration / 5 : 0;
  const recovery = start + outage;
  const clock = new VirtualClock();
  const random = createRandom(seed);
  const perBucket: number[] = [];
  const confirmedPerBucket: number[] = [];
  let available = 0;
  let countedUntil = 0;

  const count = (counts: number[]) => {
    const index = Math.floor(clock.now / bucket);
    counts[index] = (counts[index] ?? 0) + 1;
  };

  /** A token bucket: what exceeds the capacity is refused immediately. */
  function isAccepted(): boolean {
    available = Math.min((capacity * burst) / 1000, available + ((clock.now - countedUntil) * capacity) / 1000);
    countedUntil = clock.now;
    if (available < 1) return false;
    available--;
    return true;
  }

  /** Whether the request is confirmed. */
  function handle(): 'confirmed' | 'refused' | 'no response' {
    count(perBucket);
    if (clock.now >= start && clock.now < recovery) return failure === '503' ? 'refused' : 'no response';
    return isAccepted() ? 'confirmed' : 'refused';
  }

  const attempt = () =>
    new Promise<void>((resolve, reject) => {
      const oneWay = random(roundTrip) / 2;
      clock.setTimeout(() => {
        const answer = handle();
        clock.setTimeout(() => {
          if (answer === 'confirmed') resolve();
          else reject(errors[answer]);
        }, oneWay);
      }, oneWay);
    });

  let waiting = clients;
  let confirmedByFirstCall = 0;
  async function cancel(calls = 1): Promise<void> {
    try {
      await call(attempt);
      count(confirmedPerBucket);
      if (calls === 1) confirmedByFirstCall++;
      waiting--;
    } catch {
      clock.setTimeout(() => void cancel(calls + 1), random(humanDelay));
    }
  }

  for (let client = 0; client < clients; client++) {
    const time = arrival.kind === 'steady' ? random({ from: 0, to: arrival.duration }) : start + arrival.after;
    clock.setTimeout(() => void cancel(), time);
  }

  const { random: unseeded } = Math;
  const jitter = createRandom(seed + 1);
  Math.random = () => jitter({ from: 0, to: 1 });
  try {
    await clock.run(() => waiting === 0);
  } finally {
    Math.random = unseeded;
  }
  // Buckets in which nothing happened are holes in the arrays.
  const fill = (counts: readonly number[]) => Array.from(counts, (requests) => requests ?? 0);
  return { perBucket: fill(perBucket), confirmedPerBucket: fill(confirmedPerBucket), confirmedByFirstCall, recovery };
}
