// @vitest-environment node
import {
  persistQueryClientRestore,
  persistQueryClientSave,
  type PersistedClient,
} from '@tanstack/query-persist-client-core';
import {
  focusManager,
  MutationObserver,
  onlineManager,
  QueryClient,
  type DefaultOptions,
  type MutationOptions,
} from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type CancelPreAuthParameters, type PayClient } from '../../src/client/createPayClient.ts';
import { PayError, type PayErrorCode } from '../../src/client/PayError.ts';
import { cancelPreAuthMutationOptions } from '../../src/query/cancelPreAuthMutationOptions.ts';
import { cancelPreAuthMutationKey } from '../../src/query/cancelPreAuthMutationKey.ts';
import { reply, startScriptedServer } from '../support/scriptedServer.ts';
import { untyped } from '../support/untyped.ts';

const parameters = { transactionId: 'tx' };

/** A client whose every call ends in `error`, or succeeds without one. */
function clientEndingIn(error?: unknown) {
  const cancelPreAuth = vi.fn<PayClient['cancelPreAuth']>(async () => {
    if (error) throw error;
  });
  return { cancelPreAuth };
}

const never = () => new Promise<never>(() => {});

/** Starts one mutation, lets all the time pass that there is, and tells how it ended. */
async function run(
  client: PayClient,
  queryClient = new QueryClient(),
  overrides: MutationOptions<void, PayError, CancelPreAuthParameters> = {},
) {
  const observer = new MutationObserver(queryClient, { ...cancelPreAuthMutationOptions(client), ...overrides });
  const outcome = observer.mutate(parameters).then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return { error: await outcome, observer };
}

function setVisible(isVisible: boolean) {
  focusManager.setFocused(isVisible);
  onlineManager.setOnline(isVisible);
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

describe('TanStack Query retries nothing: the client has done so', () => {
  const codes: PayErrorCode[] = [
    'network-error',
    'rate-limited',
    'server-error',
    'upstream-error',
    'timeout',
    'invalid-request',
    'missing-linked-identity',
    'unauthorized',
    'forbidden',
    'insufficient-scope',
    'not-found',
    'unexpected-response',
    'invalid-transaction-id',
  ];

  describe.each([
    ['without defaults', {}],
    ['with an app-wide retry of 5', { retry: 5, retryDelay: 1 }],
    ['with an app-wide retry of everything', { retry: true, retryDelay: 1 }],
  ])('%s', (_, mutations) => {
    it.each(codes)('%s', async (code) => {
      const failure = new PayError(code);
      const client = clientEndingIn(failure);
      const { error } = await run(client, new QueryClient({ defaultOptions: { mutations } }));
      expect(error).toBe(failure);
      expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
    });
  });

  it('over the wire: two server errors, then a success', async () => {
    vi.useRealTimers();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const server = await startScriptedServer();
    server.script(reply(500), reply(502), reply(204));
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

describe('in a page that is hidden and offline from the first answer on', () => {
  it.each<[string, () => Promise<Response>, code: PayErrorCode, requests: number]>([
    ['503', async () => new Response(null, { status: 503 }), 'server-error', 3],
    ['a lost connection', () => Promise.reject(new TypeError('Failed to fetch')), 'network-error', 1],
  ])('%s settles in time, and nothing is sent when focus and network return', async (_, answer, code, requests) => {
    const times: number[] = [];
    const start = Date.now();
    const fetch = vi.fn(() => {
      times.push(Date.now() - start);
      setVisible(false);
      vi.stubGlobal('navigator', { onLine: false });
      return answer();
    });
    const queryClient = new QueryClient();
    queryClient.mount();
    const observer = new MutationObserver(queryClient, cancelPreAuthMutationOptions(createPayClient({ fetch })));
    const settled = observer.mutate(parameters).then(
      () => ({}),
      (error: unknown) => ({ error, time: Date.now() - start }),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(observer.getCurrentResult()).toMatchObject({ status: 'error', isPaused: false, failureCount: 1 });
    expect(await settled).toMatchObject({ error: { code } });
    expect(fetch).toHaveBeenCalledTimes(requests);
    await vi.advanceTimersByTimeAsync(300_000);
    vi.stubGlobal('navigator', { onLine: true });
    setVisible(true);
    await queryClient.resumePausedMutations();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(fetch).toHaveBeenCalledTimes(requests);
    expect(Math.max(...times)).toBeLessThan(10_000);
    queryClient.unmount();
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
});

describe('scope', () => {
  it('of the app does not hold the request back behind another mutation', async () => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { scope: { id: 'app' } } } });
    void new MutationObserver(queryClient, { mutationFn: never }).mutate();
    const client = clientEndingIn();
    const { error, observer } = await run(client, queryClient);
    expect(error).toBeUndefined();
    expect(observer.getCurrentResult()).toMatchObject({ status: 'success', isPaused: false });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
  });

  it('of the app does not hold the app’s own mutations back behind the request', async () => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { scope: { id: 'app' } } } });
    void new MutationObserver(queryClient, cancelPreAuthMutationOptions({ cancelPreAuth: never })).mutate(parameters);
    const mutationFn = vi.fn(async () => {});
    await new MutationObserver(queryClient, { mutationFn }).mutate();
    expect(mutationFn).toHaveBeenCalledTimes(1);
  });
});

describe('gcTime', () => {
  /** Starts a mutation that nobody observes any more, as that of an unmounted component. */
  function startUnmounted(client: PayClient, gcTime: number | undefined) {
    const queryClient = new QueryClient({ defaultOptions: { mutations: gcTime === undefined ? {} : { gcTime } } });
    const observer = new MutationObserver(queryClient, cancelPreAuthMutationOptions(client));
    const unsubscribe = observer.subscribe(() => {});
    observer.mutate(parameters).catch(() => {});
    unsubscribe();
    return queryClient.getMutationCache();
  }

  describe.each([
    ['without defaults', undefined],
    ['with an app-wide gcTime of an hour', 3_600_000],
    ['with an app-wide gcTime of 0', 0],
    ['with an app-wide gcTime without end', Infinity],
  ])('%s', (_, gcTime) => {
    it.each([
      ['success', undefined],
      ['failure', new PayError('forbidden')],
    ])('a mutation has left the cache some seconds after its %s', async (_outcome, failure) => {
      const cache = startUnmounted(clientEndingIn(failure), gcTime);
      await vi.advanceTimersByTimeAsync(1000);
      expect(cache.getAll()).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(5000);
      expect(cache.getAll()).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    });

    it('a mutation that is pending stays, and spins no timer', async () => {
      const setTimer = vi.spyOn(globalThis, 'setTimeout');
      const cache = startUnmounted({ cancelPreAuth: never }, gcTime);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(cache.getAll()).toHaveLength(1);
      expect(setTimer.mock.calls.length).toBeLessThan(20);
    });
  });
});

describe('with a persisted cache, after a reload', () => {
  const outcomes: [string, () => Promise<void>][] = [
    ['pending', never],
    ['failed', () => Promise.reject(new PayError('server-error'))],
    ['finished', async () => {}],
  ];

  const buster = '';
  const dehydrateOptions = { shouldDehydrateMutation: () => true };

  /** A page with its own cache and client, as an app that persists mutations sets them up. */
  function loadPage(client: PayClient, mutations: DefaultOptions['mutations'] = {}) {
    const queryClient = new QueryClient({ defaultOptions: { mutations } });
    queryClient.setMutationDefaults(cancelPreAuthMutationKey, cancelPreAuthMutationOptions(client));
    queryClient.mount();
    return queryClient;
  }

  describe.each([
    ['online', true],
    ['offline', false],
  ])('%s', (_, isOnline) => {
    it.each(outcomes)('a mutation that was %s sends nothing', async (_outcome, cancelPreAuth) => {
      let stored: string | undefined;
      const persister = {
        persistClient: (client: PersistedClient) => {
          stored = JSON.stringify(client);
        },
        restoreClient: (): PersistedClient => untyped(JSON.parse(stored ?? 'null')),
        removeClient: () => {
          stored = undefined;
        },
      };
      const mutations: DefaultOptions['mutations'] = { networkMode: 'online', retry: 5, scope: { id: 'app' } };
      onlineManager.setOnline(isOnline);

      const before = loadPage({ cancelPreAuth }, mutations);
      const observer = new MutationObserver(before, cancelPreAuthMutationOptions({ cancelPreAuth }));
      observer.mutate(parameters).catch(() => {});
      await vi.advanceTimersByTimeAsync(1000);
      // `untyped`: TanStack’s types are nominal, and the persister has its own copy.
      await persistQueryClientSave({ queryClient: untyped(before), persister, buster, dehydrateOptions });
      before.unmount();
      expect(stored).toContain(JSON.stringify(cancelPreAuthMutationKey));

      const client = clientEndingIn();
      const after = loadPage(client, mutations);
      await persistQueryClientRestore({ queryClient: untyped(after), persister, buster });
      expect(after.getMutationCache().findAll({ mutationKey: cancelPreAuthMutationKey })).toHaveLength(1);
      await after.resumePausedMutations();
      setVisible(false);
      setVisible(true);
      await vi.advanceTimersByTimeAsync(60_000);
      await after.resumePausedMutations();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(client.cancelPreAuth).not.toHaveBeenCalled();
      after.unmount();
    });
  });
});

it('a cancellation in flight is found by its key, with its transaction', async () => {
  const queryClient = new QueryClient();
  void new MutationObserver(queryClient, cancelPreAuthMutationOptions({ cancelPreAuth: never })).mutate(parameters);
  expect(cancelPreAuthMutationKey).toEqual(['pace', 'pay', 'cancelPreAuth']);
  const [found] = queryClient.getMutationCache().findAll({ mutationKey: cancelPreAuthMutationKey });
  expect(found?.state).toMatchObject({ status: 'pending', variables: parameters });
});

it('the client gets the parameters, and nothing of TanStack’s', async () => {
  const client = clientEndingIn();
  await run(client);
  expect(client.cancelPreAuth.mock.calls).toEqual([[parameters]]);
});

it.each([
  ['an AbortError', new DOMException('Aborted', 'AbortError')],
  ['an error of the app', new TypeError('bug')],
  ['an error that only looks like one of ours', { code: 'server-error', retryable: true }],
])('a client that fails with %s is called once, and its error is the outcome', async (_, failure) => {
  const client = clientEndingIn(failure);
  expect((await run(client)).error).toBe(failure);
  expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
});

describe('a caller can override', () => {
  it('retry', async () => {
    const client = clientEndingIn(new PayError('forbidden'));
    await run(client, new QueryClient(), { retry: 1 });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
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

  it('scope', async () => {
    const queryClient = new QueryClient();
    const scope = { id: 'app' };
    void new MutationObserver(queryClient, { mutationFn: never, scope }).mutate();
    const client = clientEndingIn();
    void new MutationObserver(queryClient, { ...cancelPreAuthMutationOptions(client), scope }).mutate(parameters);
    await vi.advanceTimersByTimeAsync(1000);
    expect(client.cancelPreAuth).not.toHaveBeenCalled();
  });

  it('gcTime', async () => {
    const queryClient = new QueryClient();
    const client = clientEndingIn();
    const options = { ...cancelPreAuthMutationOptions(client), gcTime: 60_000 };
    await new MutationObserver(queryClient, options).mutate(parameters);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
  });
});

it.each([undefined, null, 'tx', 7])('variables that are %j are refused like any other id', async (variables) => {
  vi.useRealTimers();
  const client = createPayClient({ baseUrl: 'https://pay.test', fetch: vi.fn() });
  const observer = new MutationObserver(new QueryClient(), cancelPreAuthMutationOptions(client));
  await expect(observer.mutate(untyped(variables))).rejects.toMatchObject({ code: 'invalid-transaction-id' });
});
