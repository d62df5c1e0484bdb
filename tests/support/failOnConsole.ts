import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Console errors and warnings of the current test. Any that it does not take fail the test. */
let consoleOutput: unknown[][] = [];

beforeEach(() => {
  consoleOutput = [];
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      consoleOutput.push([method, ...args]);
    });
  }
});

afterEach(() => {
  const unexpected = consoleOutput;
  vi.restoreAllMocks();
  expect(unexpected, 'console errors and warnings').toEqual([]);
});

/** Returns the console output so far, and keeps it from failing the test: the test expects it. */
export function takeConsoleOutput(): string[] {
  const taken = consoleOutput.map((args) => args.map(String).join(' '));
  consoleOutput = [];
  return taken;
}
