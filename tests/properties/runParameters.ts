import type { Parameters } from 'fast-check';

const { FAST_CHECK_RUNS, FAST_CHECK_SEED, MUTANT } = process.env;

/**
 * The parameters of a property that is run `numRuns` times by default, always with the same seed, so that nobody's change
 * fails because of chance. `FAST_CHECK_RUNS` sets another number, with a random seed, which fast-check prints on failure.
 * `FAST_CHECK_SEED` repeats such a run.
 */
export function runParameters<T>(numRuns: number): Parameters<T> {
  const seed = FAST_CHECK_SEED ?? (FAST_CHECK_RUNS ? undefined : 1);
  return {
    numRuns: Number(FAST_CHECK_RUNS || numRuns),
    ...(seed !== undefined && { seed: Number(seed) }),
    includeErrorInReport: true, // Vitest's JSON report leaves the cause out
    endOnFailure: MUTANT !== undefined, // a smaller counterexample is for readers
  };
}
