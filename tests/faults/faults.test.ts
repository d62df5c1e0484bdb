// @vitest-environment node
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { faults, type Runtime } from './faults.ts';
import { runInBrowser, runInNode, type Origin, type Run } from './runFaults.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a cell of the table in the docs is made of. */
    fault?: { name: string; runtime: Runtime; origin: Origin; outcome: string; ms: number; reason: string | undefined };
  }
}

/** In ms: the client's default limit, and what a busy machine adds. */
const timeLimit = 10_000 + 1000;

const engine = inject('engine');

describe.each<[Runtime, () => Promise<Run>, Origin[]]>(
  engine === 'chromium'
    ? [
        ['node', runInNode, ['same origin']],
        ['chromium', runInBrowser, ['same origin', 'cross origin']],
      ]
    : [[engine, runInBrowser, ['same origin', 'cross origin']]],
)('%s', (runtime, start, origins) => {
  let run: Run;
  beforeAll(async () => {
    run = await start();
  }, 300_000);

  describe.each(origins)('%s', (origin) => {
    const tested = faults.filter(({ holdsPreflight }) => !holdsPreflight || origin === 'cross origin');
    test.for(tested.map((fault) => [fault.name, fault] as const))('%s', ([name, fault], { task }) => {
      const result = run.resultOf(fault, origin);
      if (!result) throw new Error('There is no result.');
      const { outcome, ms } = result;
      const exception = fault.exceptions?.[runtime];
      const isException = outcome === exception?.outcome;
      task.meta.fault = { name, runtime, origin, outcome, ms, reason: isException ? exception.reason : undefined };
      expect(outcome).toBe(isException ? exception.outcome : fault.outcome);
      expect(ms, 'time').toBeLessThan(timeLimit);
      // A preflight that had no connection is sent later by Chromium. It has no token, and cancels nothing.
      const late = result.lateRequests.filter((method) => method !== 'OPTIONS');
      expect(late, 'requests after the outcome').toEqual([]);
      expect(result.timersLeft ?? 0, 'timers after the outcome').toBe(0);
      expect(result.exitMs ?? 0, 'time until the process ends').toBeLessThan(1000);
      expect(result.megabytes ?? 0, 'memory').toBeLessThan(200);
    });
  });

  test('no process of the browser holds what the listener sends without end', () => {
    expect(run.growth ?? 0).toBeLessThan(300);
  });

  test('nothing follows a redirect', () => {
    expect(run.redirected).toEqual([]);
  });
});
