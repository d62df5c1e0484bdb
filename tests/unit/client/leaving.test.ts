import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPayClient } from '../../../src/client/createPayClient.ts';
import { failureOf } from './failureOf.ts';

/** The browser shows another page. This one may come back from the back/forward cache. */
const leave = () => globalThis.dispatchEvent(new Event('pagehide'));

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('sends no retry after the user has left the page', async () => {
  const fetch = vi.fn(async () => new Response(null, { status: 503 }));
  const failure = failureOf(createPayClient({ fetch }).cancelPreAuth({ transactionId: 'tx' }));
  await vi.advanceTimersByTimeAsync(100);
  leave();
  await vi.runAllTimersAsync();
  expect(await failure).toMatchObject({ code: 'server-error', status: 503 });
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('sends nothing when the token comes after the user has left the page', async () => {
  const fetch = vi.fn(async () => new Response(null, { status: 204 }));
  let give: (token: string) => void = () => {};
  const accessToken = () => new Promise<string>((resolve) => (give = resolve));
  const failure = failureOf(createPayClient({ fetch, accessToken }).cancelPreAuth({ transactionId: 'tx' }));
  await vi.advanceTimersByTimeAsync(100);
  leave();
  give('token');
  expect(await failure).toMatchObject({ code: 'timeout' });
  expect(fetch).not.toHaveBeenCalled();
});

it('a request in flight when the user leaves the page may still succeed', async () => {
  let answer: (response: Response) => void = () => {};
  const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
  const cancellation = createPayClient({ fetch }).cancelPreAuth({ transactionId: 'tx' });
  await vi.advanceTimersByTimeAsync(100);
  leave();
  answer(new Response(null, { status: 204 }));
  await expect(cancellation).resolves.toBeUndefined();
});
