import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What the code under test wrote to the console as an error or a warning; every test must end with none. */
let written: unknown[][] = [];

beforeEach(() => {
  written = [];
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      written.push([method, ...args]);
    });
  }
});

afterEach(() => {
  const unexpected = written;
  vi.restoreAllMocks();
  expect(unexpected, 'console errors and warnings').toEqual([]);
});

/** The console output so far, which the test expects: it is taken, and does not fail the test. */
export function takeConsoleOutput(): string[] {
  const taken = written.map((args) => args.map(String).join(' '));
  written = [];
  return taken;
}
