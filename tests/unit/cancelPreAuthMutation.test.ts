// @vitest-environment node
import { MutationObserver, onlineManager, QueryClient, type MutationOptions } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type CancelPreAuthParameters, type PayClient } from '../../src/client/createPayClient.ts';
import { PayError, type PayErrorCode, type PayErrorDetails } from '../../src/client/PayError.ts';
import { cancelPreAuthMutationKey, cancelPreAuthMutationOptions } from '../../src/hooks/cancelPreAuthMutation.ts';
import { reply, startScriptedServer } from '../support/scriptedServer.ts';

const parameters = { transactionId: 'tx' };

/** A client whose every call ends in `error`, or succeeds without one. */
function clientEndingIn(error?: unknown) {
  const cancelPreAuth = vi.fn<PayClient['cancelPreAuth']>(async () => {
    if (error) throw error;
  });
  return { cancelPreAuth };
}

/** Starts one mutation, lets every repeat happen, and tells how it ended and what remains. */
async function run(
  client: PayClient,
  queryClient = new QueryClient(),
  overrides: MutationOptions<void, PayError, CancelPreAuthParameters> = {},
) {
  const observer = new MutationObserver(queryClient, { ...cancelPreAuthMutationOptions(client), ...overrides });
  const start = Date.now();
  const outcome = observer.mutate(parameters).then(
    () => undefined,
    (error: unknown) => error,
  );
  const ended = outcome.then(() => Date.now() - start);
  await vi.runAllTimersAsync();
  return { error: await outcome, duration: await ended, observer };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onlineManager.setOnline(true);
});

describe('retry', () => {
  const counts: [code: PayErrorCode, requests: number][] = [
    ['network-error', 3],
    ['rate-limited', 3],
    ['server-error', 3],
    ['upstream-error', 3],
    ['timeout', 1],
    ['invalid-request', 1],
    ['missing-linked-identity', 1],
    ['unauthorized', 1],
    ['forbidden', 1],
    ['insufficient-scope', 1],
    ['not-found', 1],
    ['unexpected-response', 1],
    ['invalid-transaction-id', 1],
  ];

  describe.each([
    ['without defaults', {}],
    ['with an app-wide retry of 5', { retry: 5 }],
    ['with an app-wide retry of everything', { retry: true, retryDelay: 1 }],
    ['with an app-wide retry of nothing', { retry: false }],
  ])('%s', (_, mutations) => {
    it.each(counts)('%s is sent %i times', async (code, requests) => {
      const failure = new PayError(code);
      const client = clientEndingIn(failure);
      const { error } = await run(client, new QueryClient({ defaultOptions: { mutations } }));
      expect(error).toBe(failure);
      expect(client.cancelPreAuth).toHaveBeenCalledTimes(requests);
    });
  });

  it('ends with the first success', async () => {
    const client = clientEndingIn();
    client.cancelPreAuth.mockRejectedValueOnce(new PayError('server-error'));
    const { error } = await run(client);
    expect(error).toBeUndefined();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  it('ends with the first error that is final', async () => {
    const client = clientEndingIn(new PayError('forbidden'));
    client.cancelPreAuth.mockRejectedValueOnce(new PayError('upstream-error'));
    const { error } = await run(client);
    expect(error).toMatchObject({ code: 'forbidden' });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['an AbortError', new DOMException('Aborted', 'AbortError')],
    ['an error of the app', new TypeError('bug')],
    ['an error that only looks like one of ours', { code: 'server-error', retryable: true }],
  ])('does not repeat %s', async (_, failure) => {
    const client = clientEndingIn(failure);
    expect((await run(client)).error).toBe(failure);
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
  });

  it('does not repeat a network-error while offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const client = clientEndingIn(new PayError('network-error'));
    await run(client);
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
  });

  it('repeats a server’s answer whatever onLine says', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const client = clientEndingIn(new PayError('server-error'));
    await run(client);
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['online', { onLine: true }],
    ['where nobody knows', {}],
    ['without a navigator', undefined],
  ])('repeats a network-error %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const client = clientEndingIn(new PayError('network-error'));
    await run(client);
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(3);
  });

  it.each([
    [0, 3],
    [2999, 3],
    [3000, 3],
    [3001, 1],
    [5000, 1],
    [Infinity, 1],
  ])('with a retryAfter of %d ms sends %i times', async (retryAfter, requests) => {
    for (const code of ['rate-limited', 'server-error', 'upstream-error'] as const) {
      const client = clientEndingIn(new PayError(code, { retryAfter }));
      await run(client);
      expect(client.cancelPreAuth).toHaveBeenCalledTimes(requests);
    }
  });

  it('over the wire: two server errors, then a success', async () => {
    vi.useRealTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const server = await startScriptedServer();
    server.script(reply(503), reply(502), reply(204));
    const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: 5 } } });
    const client = createPayClient({ baseUrl: server.url });
    const observer = new MutationObserver(queryClient, cancelPreAuthMutationOptions(client));
    await expect(observer.mutate(parameters)).resolves.toBeUndefined();
    expect(server.requests.map(({ path }) => path)).toEqual(Array(3).fill('/transactions/tx/cancel'));
    server.script(reply(500));
    await expect(observer.mutate(parameters)).rejects.toMatchObject({ code: 'server-error' });
    expect(server.requests).toHaveLength(6);
    await server.close();
  });
});

describe('retryDelay', () => {
  const { retryDelay } = cancelPreAuthMutationOptions(clientEndingIn());

  const delay = (failureCount: number, details: PayErrorDetails) => {
    if (typeof retryDelay !== 'function') throw new Error('It is no function.');
    return retryDelay(failureCount, new PayError('rate-limited', details));
  };

  /** The two ends, and the same pseudo-random draws on every run. */
  function draws(count: number): number[] {
    let state = 42;
    const drawn = Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    });
    return [0, 1 - Number.EPSILON, ...drawn];
  }

  it('is never before the server’s word, and at most its documented maximum after it', () => {
    const random = vi.spyOn(Math, 'random');
    const outside: unknown[] = [];
    for (const draw of draws(500)) {
      random.mockReturnValue(draw);
      for (const failureCount of [0, 1, 2, 3, 4, 10, 1000]) {
        for (const retryAfter of [undefined, 0, 1, 500, 1000, 3000, 60_000]) {
          const least = retryAfter ?? 0;
          const spread = Math.max(least, Math.min(1000 * 2 ** failureCount, 8000));
          const milliseconds = delay(failureCount, { retryAfter });
          if (!(milliseconds >= least && milliseconds <= least + spread)) {
            outside.push({ draw, failureCount, retryAfter, milliseconds });
          }
        }
      }
    }
    expect(outside).toEqual([]);
  });

  it.each([
    [0, undefined, 500],
    [1, undefined, 1000],
    [2, undefined, 2000],
    [3, undefined, 4000],
    [4, undefined, 4000],
    [0, 400, 900],
    [0, 3000, 4500],
  ])('after %i failures with a retryAfter of %s is %i ms in the middle', (failureCount, retryAfter, milliseconds) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    expect(delay(failureCount, { retryAfter })).toBe(milliseconds);
  });

  it('differs from one client to the next: they do not come back all at once', () => {
    const delays = new Set(Array.from({ length: 50 }, () => delay(0, { retryAfter: 1000 })));
    expect(delays.size).toBeGreaterThan(40);
  });

  it('is kept between the requests', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { duration } = await run(
      clientEndingIn(new PayError('rate-limited', { retryAfter: 2000 })),
      new QueryClient({ defaultOptions: { mutations: { retryDelay: 1 } } }),
    );
    expect(duration).toBe(2 * 3000);
  });
});

describe('networkMode', () => {
  it.each([
    ['without defaults', {}],
    ['with an app-wide networkMode', { networkMode: 'online' as const }],
  ])('%s: offline, the request is sent now, and never again by itself', async (_, mutations) => {
    onlineManager.setOnline(false);
    const client = clientEndingIn(new PayError('timeout'));
    const queryClient = new QueryClient({ defaultOptions: { mutations } });
    queryClient.mount();
    const { error, observer } = await run(client, queryClient);
    expect(error).toMatchObject({ code: 'timeout' });
    expect(observer.getCurrentResult().isPaused).toBe(false);
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
    onlineManager.setOnline(true);
    await vi.runAllTimersAsync();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
    queryClient.unmount();
  });

  it('offline, a repeat is not put off until the network returns', async () => {
    onlineManager.setOnline(false);
    const client = clientEndingIn(new PayError('server-error'));
    const { error } = await run(client);
    expect(error).toMatchObject({ code: 'server-error' });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(3);
  });
});

describe('gcTime', () => {
  it.each([
    ['success', undefined],
    ['failure', new PayError('forbidden')],
  ])('leaves nothing in the cache after a %s', async (_, failure) => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { gcTime: 60_000 } } });
    const { observer } = await run(clientEndingIn(failure), queryClient);
    const unsubscribe = observer.subscribe(() => {});
    unsubscribe();
    await vi.advanceTimersByTimeAsync(0);
    expect(queryClient.getMutationCache().getAll()).toEqual([]);
  });
});

it('a cancellation on its way is found by its key, with its transaction', async () => {
  const queryClient = new QueryClient();
  const client: PayClient = { cancelPreAuth: () => new Promise(() => {}) };
  void new MutationObserver(queryClient, cancelPreAuthMutationOptions(client)).mutate(parameters);
  expect(cancelPreAuthMutationKey).toEqual(['pace', 'pay', 'cancelPreAuth']);
  const [found] = queryClient.getMutationCache().findAll({ mutationKey: cancelPreAuthMutationKey });
  expect(found?.state).toMatchObject({ status: 'pending', variables: parameters });
});

it('the client gets the parameters, and nothing of TanStack’s', async () => {
  const client = clientEndingIn();
  await run(client);
  expect(client.cancelPreAuth.mock.calls).toEqual([[parameters]]);
});

describe('a caller can override', () => {
  it('retry', async () => {
    const client = clientEndingIn(new PayError('forbidden'));
    await run(client, new QueryClient(), { retry: 1 });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  it('retryDelay', async () => {
    const { duration } = await run(clientEndingIn(new PayError('server-error')), new QueryClient(), {
      retryDelay: 70,
    });
    expect(duration).toBe(140);
  });

  it('networkMode', async () => {
    onlineManager.setOnline(false);
    const client = clientEndingIn();
    const queryClient = new QueryClient();
    const options = { ...cancelPreAuthMutationOptions(client), networkMode: 'online' as const };
    const observer = new MutationObserver(queryClient, options);
    void observer.mutate(parameters);
    await vi.advanceTimersByTimeAsync(1000);
    expect(client.cancelPreAuth).not.toHaveBeenCalled();
    expect(observer.getCurrentResult().isPaused).toBe(true);
  });

  it('gcTime', async () => {
    const queryClient = new QueryClient();
    const client = clientEndingIn();
    const options = { ...cancelPreAuthMutationOptions(client), gcTime: 60_000 };
    await new MutationObserver(queryClient, options).mutate(parameters);
    await vi.advanceTimersByTimeAsync(1000);
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
  });
});
