import { expect, vi } from 'vitest';

export const eventually = <T>(read: () => Promise<T>, expected: T): Promise<void> =>
  vi.waitFor(async () => expect(await read()).toEqual(expected), { timeout: 3000, interval: 50 });
