// @vitest-environment node
import { beforeEach, describe, expect, it, vi, type Mock } from 'vitest';
import { createPayClient, type PayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { isPayError, PayError } from '../../../src/client/PayError.ts';
import { withResolvers } from '../../support/withResolvers.ts';

type AccessToken = Exclude<PayClientOptions['accessToken'], string | undefined>;
type Token = ReturnType<AccessToken>;

const ids = Array.from({ length: 1000 }, (_, index) => `tx-${index}`);

/** A client with an `accessToken` that gives `old` and refreshes as told, and a `fetch` that accepts only `new`. */
function createRefreshingClient(refresh: () => Token, options: PayClientOptions = {}) {
  const refreshes = vi.fn(refresh);
  const fetch = vi.fn<typeof globalThis.fetch>(
    async (_, init) =>
      new Response(null, { status: new Headers(init?.headers).get('Authorization') === 'Bearer new' ? 204 : 401 }),
  );
  const accessToken: AccessToken = ({ forceRefresh }) => (forceRefresh ? refreshes() : 'old');
  return { client: createPayClient({ fetch, accessToken, ...options }), fetch, refreshes };
}

/** How many of 1,000 concurrent cancellations end in each code. */
async function cancelAll(client: PayClient) {
  const outcomes = Promise.allSettled(ids.map((transactionId) => client.cancelPreAuth({ transactionId })));
  const counts: Record<string, number> = {};
  for (const outcome of await outcomes) {
    const failure: unknown = outcome.status === 'fulfilled' ? undefined : outcome.reason;
    const code = isPayError(failure) ? failure.code : 'success';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

// Delays that are as random as ever, and a twentieth as long.
beforeEach(() => {
  const { random } = Math;
  vi.spyOn(Math, 'random').mockImplementation(() => random() / 20);
});

describe('1,000 concurrent calls that are refused are one refresh', { timeout: 20_000 }, () => {
  it.each<[string, () => Token, code: string, requests: number]>([
    ['succeeds', () => 'new', 'success', 2000],
    ['succeeds later', () => new Promise((resolve) => setTimeout(() => resolve('new'), 30)), 'success', 2000],
    ['gives the same token', () => 'old', 'unauthorized', 2000],
    ['gives nothing', () => undefined, 'unauthorized', 1000],
    ['gives what cannot be sent', () => 'n\new', 'unauthorized', 1000],
    ['rejects', () => Promise.reject(new Error('signed out')), 'unauthorized', 1000],
    [
      'rejects later',
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('signed out')), 30)),
      'unauthorized',
      1000,
    ],
    [
      'throws',
      () => {
        throw new Error('signed out');
      },
      'unauthorized',
      1000,
    ],
    ['rejects with a PayError', () => Promise.reject(new PayError('forbidden')), 'forbidden', 1000],
  ])('that %s', async (_, refresh, code, requests) => {
    const { client, fetch, refreshes } = createRefreshingClient(refresh, { timeout: Infinity });
    expect(await cancelAll(client)).toEqual({ [code]: 1000 });
    expect(refreshes).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledTimes(requests);
  });

  it.each([0, 1, 2, 5])('and, without a connection, at most one more for each of %i retries', async (retry) => {
    const { client, fetch, refreshes } = createRefreshingClient(() => Promise.reject(new TypeError('fetch failed')), {
      retry,
      timeout: Infinity,
    });
    expect(await cancelAll(client)).toEqual({ 'network-error': 1000 });
    expect(refreshes).toHaveBeenCalledTimes(retry + 1);
    expect(fetch).toHaveBeenCalledTimes(1000);
  });

  it('that never ends', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { client, fetch, refreshes } = createRefreshingClient(() => new Promise(() => {}));
    const counts = cancelAll(client);
    while (fetch.mock.results.length < 1000) await new Promise(setImmediate);
    await new Promise(setImmediate);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(await counts).toEqual({ timeout: 1000 });
    expect(refreshes).toHaveBeenCalledTimes(1);
  });

  it('and, where the connection returns, succeed with the first one that does', async () => {
    const { client, fetch, refreshes } = createRefreshingClient(() => 'new', { timeout: Infinity });
    refreshes.mockRejectedValueOnce(new TypeError('fetch failed'));
    expect(await cancelAll(client)).toEqual({ success: 1000 });
    expect(refreshes).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenCalledTimes(2000);
  });

  it('and are refreshed again in the next calls', async () => {
    const { client, refreshes } = createRefreshingClient(() => null);
    await cancelAll(client);
    refreshes.mockReturnValue('new');
    expect(await cancelAll(client)).toEqual({ success: 1000 });
    expect(refreshes).toHaveBeenCalledTimes(2);
  });
});

describe('a late 401', () => {
  /** Two calls are sent with the old token; the second is refused only after the first one's refresh has ended. */
  async function refuseLate(refresh: () => Token) {
    let refuseSecond: () => void = () => {};
    const sent: (string | null)[] = [];
    const refreshes = vi.fn(refresh);
    const client = createPayClient({
      retry: 0,
      accessToken: ({ forceRefresh }) => (forceRefresh ? refreshes() : 'old'),
      fetch: (url, init) => {
        const authorization = new Headers(init?.headers).get('Authorization');
        sent.push(authorization);
        if (authorization === 'Bearer new') return Promise.resolve(new Response(null, { status: 204 }));
        const refused = new Response(null, { status: 401 });
        return new Promise((resolve) => {
          if (typeof url === 'string' && url.includes('/late/')) refuseSecond = () => resolve(refused);
          else resolve(refused);
        });
      },
    });
    const late = client.cancelPreAuth({ transactionId: 'late' });
    const [first] = await Promise.allSettled([client.cancelPreAuth({ transactionId: 'first' })]);
    refuseSecond();
    const [second] = await Promise.allSettled([late]);
    return { first, second, sent, refreshes };
  }

  it('for a token that has been replaced since is replayed with the newest one, without another refresh', async () => {
    const { first, second, sent, refreshes } = await refuseLate(() => 'new');
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(sent).toEqual(['Bearer old', 'Bearer old', 'Bearer new', 'Bearer new']);
    expect(refreshes).toHaveBeenCalledTimes(1);
  });

  it.each<[string, () => Token, code: string]>([
    ['fails', () => Promise.reject(new Error('signed out')), 'unauthorized'],
    ['gives nothing', () => null, 'unauthorized'],
    ['has no connection', () => Promise.reject(new TypeError('fetch failed')), 'network-error'],
  ])('shares a refresh that %s', async (_, refresh, code) => {
    const { first, second, sent, refreshes } = await refuseLate(refresh);
    expect([first, second]).toMatchObject([{ reason: { code } }, { reason: { code } }]);
    expect(sent).toEqual(['Bearer old', 'Bearer old']);
    expect(refreshes).toHaveBeenCalledTimes(1);
  });
});

it('a late 401 is refreshed with a retry if the refresh that it shares had no connection', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.2); // a retry after 200 ms
  const refusal = withResolvers<Response>();
  const { client, refreshes } = createRefreshingClient(() => 'new', {
    fetch: (url, init) => {
      if (new Headers(init?.headers).get('Authorization') === 'Bearer new') {
        return Promise.resolve(new Response(null, { status: 204 }));
      }
      const isLate = typeof url === 'string' && url.includes('/late/');
      return isLate ? refusal.promise : Promise.resolve(new Response(null, { status: 401 }));
    },
  });
  refreshes.mockRejectedValueOnce(new TypeError('fetch failed'));
  const late = client.cancelPreAuth({ transactionId: 'late' });
  const controller = new AbortController();
  const first = client.cancelPreAuth({ transactionId: 'first' }, { signal: controller.signal });
  await vi.waitFor(() => expect(refreshes).toHaveBeenCalledTimes(1), { interval: 5 });
  controller.abort('left'); // or its retry would refresh as well
  await expect(first).rejects.toBe('left');
  refusal.resolve(new Response(null, { status: 401 }));
  await expect(late).resolves.toBeUndefined();
  expect(refreshes).toHaveBeenCalledTimes(2);
});

it('a token that was asked for before a refresh, and given after it, is replaced without another refresh', async () => {
  const token = withResolvers<string>();
  const tokens: Token[] = ['old', token.promise];
  const refreshes = vi.fn(() => 'new');
  const { client } = createRefreshingClient(refreshes, {
    accessToken: ({ forceRefresh }) => (forceRefresh ? refreshes() : tokens.shift()),
  });
  const first = client.cancelPreAuth({ transactionId: 'a' });
  const second = client.cancelPreAuth({ transactionId: 'b' });
  await first;
  token.resolve('old');
  await expect(second).resolves.toBeUndefined();
  expect(refreshes).toHaveBeenCalledTimes(1);
});

describe('a refresh that nobody waits for any longer', () => {
  /** A call whose refresh has not ended, and that has been aborted. */
  async function abortDuringRefresh(client: PayClient, refreshes: Mock) {
    const controller = new AbortController();
    const call = client.cancelPreAuth({ transactionId: 'aborted' }, { signal: controller.signal });
    await vi.waitFor(() => expect(refreshes).toHaveBeenCalledTimes(1));
    controller.abort('left');
    await expect(call).rejects.toBe('left');
  }

  it('does not hold up later calls', async () => {
    const { client, refreshes } = createRefreshingClient(() => 'new');
    refreshes.mockReturnValueOnce(new Promise(() => {}));
    await abortDuringRefresh(client, refreshes);
    await expect(client.cancelPreAuth({ transactionId: 'later' })).resolves.toBeUndefined();
    expect(refreshes).toHaveBeenCalledTimes(2);
  });

  it('changes nothing when it ends after all: later calls still share theirs', async () => {
    const [abandoned, current] = [withResolvers<string>(), withResolvers<string>()];
    const { client, fetch, refreshes } = createRefreshingClient(() => current.promise);
    refreshes.mockReturnValueOnce(abandoned.promise);
    await abortDuringRefresh(client, refreshes);
    const calls = [client.cancelPreAuth({ transactionId: 'a' })];
    await vi.waitFor(() => expect(refreshes).toHaveBeenCalledTimes(2));
    abandoned.resolve('old');
    calls.push(client.cancelPreAuth({ transactionId: 'b' }));
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(3));
    await new Promise(setImmediate);
    current.resolve('new');
    await Promise.all(calls);
    expect(refreshes).toHaveBeenCalledTimes(2);
  });
});

it('a refresh that some stop waiting for goes on for the others, and is not made twice', async () => {
  let give: (token: string) => void = () => {};
  const { client, refreshes } = createRefreshingClient(() => new Promise((resolve) => (give = resolve)));
  const controller = new AbortController();
  const first = client.cancelPreAuth({ transactionId: 'a' }, { signal: controller.signal });
  const second = client.cancelPreAuth({ transactionId: 'b' });
  first.catch(() => {});
  await vi.waitFor(() => expect(refreshes).toHaveBeenCalled());
  controller.abort('left');
  const third = client.cancelPreAuth({ transactionId: 'a' });
  await new Promise((resolve) => setTimeout(resolve, 30));
  give('new');
  await expect(first).rejects.toBe('left');
  await expect(Promise.all([second, third])).resolves.toBeDefined();
  expect(refreshes).toHaveBeenCalledTimes(1);
});
