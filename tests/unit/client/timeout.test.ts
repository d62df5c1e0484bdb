// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { withScriptedServer } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const never = () => new Promise<never>(() => {});
const after = <T>(milliseconds: number, value: () => T) =>
  new Promise<T>((resolve) => {
    setTimeout(() => resolve(value()), milliseconds);
  });

function cancel(options: PayClientOptions): Promise<void> {
  return createPayClient(options).cancelPreAuth({ transactionId: 'tx' });
}

describe('on the wire', () => {
  const server = withScriptedServer();

  it('no answer in time is a timeout, and the connection is closed', async () => {
    let closed = false;
    server.script((response) => {
      response.on('close', () => {
        closed = true;
      });
    });
    const start = performance.now();
    const error = await failureOf(cancel({ baseUrl: server.url, timeout: 800 }));
    expect(performance.now() - start).toBeGreaterThan(790);
    expect(error).toMatchObject({
      code: 'timeout',
      status: undefined,
      errors: [],
      requestId: undefined,
      retryable: true,
    });
    await expect.poll(() => closed).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('headers that never end are no answer', async () => {
    server.script((response) => void response.socket?.write('HTTP/1.1 204 No Content\r\nX-'));
    expect(await failureOf(cancel({ baseUrl: server.url, timeout: 400 }))).toMatchObject({ code: 'timeout' });
  });

  it('leaves the next call its whole time', async () => {
    server.script(
      () => {},
      (response) => void setTimeout(() => response.writeHead(204).end(), 500),
    );
    const client = createPayClient({ baseUrl: server.url, timeout: 900 });
    expect(await failureOf(client.cancelPreAuth({ transactionId: 'tx' }))).toMatchObject({ code: 'timeout' });
    await expect(client.cancelPreAuth({ transactionId: 'tx' })).resolves.toBeUndefined();
  });
});

describe('in fake time', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  /** How long a call takes to settle, in ms, and how. */
  async function settled(options: PayClientOptions) {
    const start = Date.now();
    const cancellation = cancel(options).then(
      () => ({ time: Date.now() - start }),
      (error: unknown) => ({ time: Date.now() - start, error }),
    );
    await vi.runAllTimersAsync();
    return cancellation;
  }

  it('the default is ten seconds', async () => {
    expect(await settled({ fetch: never })).toMatchObject({ time: 10_000, error: { code: 'timeout' } });
  });

  it('covers the token', async () => {
    const fetch = vi.fn(never);
    expect(await settled({ fetch, accessToken: never, timeout: 500 })).toMatchObject({
      time: 500,
      error: { code: 'timeout', status: undefined },
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('covers token, request, refresh and replay together', async () => {
    const answers = [401, 204];
    const outcome = await settled({
      timeout: 1000,
      accessToken: () => after(300, () => 'token'),
      fetch: () => after(300, () => new Response(null, { status: answers.shift() ?? 500 })),
    });
    expect(outcome).toMatchObject({ time: 1000, error: { code: 'timeout', status: undefined } });
    expect(answers).toEqual([]);
  });

  it('does not send when the token comes after it', async () => {
    const fetch = vi.fn(never);
    await settled({ fetch, accessToken: () => after(600, () => 'token'), timeout: 500 });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('does not replay when the refresh comes after it', async () => {
    const fetch = vi.fn(async () => new Response(null, { status: 401 }));
    const outcome = await settled({
      fetch,
      timeout: 500,
      accessToken: ({ forceRefresh }) => (forceRefresh ? after(600, () => 'new') : 'old'),
    });
    expect(outcome).toMatchObject({ time: 500, error: { code: 'timeout' } });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('aborts the request', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(never);
    await settled({ fetch, timeout: 500 });
    expect(fetch.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  it('is a timeout also for a fetch that then rejects as aborted', async () => {
    const outcome = await settled({
      timeout: 500,
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    expect(outcome).toMatchObject({ time: 500, error: { code: 'timeout' } });
  });

  it.each([
    ['success', async () => new Response(null, { status: 204 })],
    ['an answer', async () => new Response('{}', { status: 500 })],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('its timer is cleared after %s', async (_, fetch) => {
    await cancel({ fetch, retry: 0 }).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['a token that is refused', { accessToken: '' }],
    ['headers that are refused', { headers: { 'X Trace': '' } }],
  ])('its timer is cleared after %s', async (_, options) => {
    await failureOf(cancel(options));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has no timer for an id that is refused', async () => {
    await failureOf(createPayClient().cancelPreAuth({ transactionId: '..' }));
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([Infinity, Number.MAX_SAFE_INTEGER, 2 ** 31])('%d ms is as good as none', async (timeout) => {
    let release: (response: Response) => void = () => {};
    const fetch = () =>
      new Promise<Response>((resolve) => {
        release = resolve;
      });
    const cancellation = cancel({ fetch, timeout });
    await vi.advanceTimersByTimeAsync(2 ** 31 - 1);
    expect(vi.getTimerCount()).toBe(0);
    release(new Response(null, { status: 204 }));
    await expect(cancellation).resolves.toBeUndefined();
  });

  it('the longest that a timer can hold is kept', async () => {
    expect(await settled({ fetch: never, timeout: 2 ** 31 - 1 })).toMatchObject({
      time: 2 ** 31 - 1,
      error: { code: 'timeout' },
    });
  });
});

it.each([0, -0, -1, Number.NaN, -Infinity, untyped('soon'), untyped('5000'), untyped({})])(
  '%s is refused when the client is made',
  (timeout) => {
    expect(() => createPayClient({ timeout })).toThrow(TypeError);
    expect(() => createPayClient({ timeout })).toThrow(/`timeout` in ms over 0/);
  },
);
