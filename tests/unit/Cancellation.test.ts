// @vitest-environment node
import { MutationCache, MutationObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPayClient, type PayClient } from '../../src/client/createPayClient.ts';
import { PayError, type PayErrorCode } from '../../src/client/PayError.ts';
import { Cancellation, type CancellationHandlers } from '../../src/dialog/Cancellation.ts';
import { errorActions } from '../../src/dialog/errorActions.ts';
import { cancelPreAuthMutationOptions } from '../../src/query/cancelPreAuthMutationOptions.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What settles in microtasks has settled. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A client whose calls end when the test says so, the oldest first. */
function createControlledClient() {
  const calls: { resolve: () => void; reject: (reason: unknown) => void }[] = [];
  const cancelPreAuth = vi.fn<PayClient['cancelPreAuth']>(
    () => new Promise((resolve, reject) => calls.push({ resolve, reject })),
  );
  return {
    cancelPreAuth,
    succeed: () => calls.shift()?.resolve(),
    fail: (reason: unknown) => calls.shift()?.reject(reason),
  };
}

function start({ queryClient = new QueryClient(), client = createControlledClient(), transactionId = 'tx' } = {}) {
  const cancellation = new Cancellation(transactionId);
  const handlers = {
    onCanceled: vi.fn<CancellationHandlers['onCanceled']>(),
    onError: vi.fn<CancellationHandlers['onError']>(),
  };
  const detach = cancellation.attach(handlers);
  return {
    cancellation,
    client,
    queryClient,
    detach,
    ...handlers,
    confirm: () => cancellation.confirm(client, queryClient),
    status: () => cancellation.getState().status,
  };
}

test('starts idle, before the first attempt', () => {
  expect(start().cancellation.getState()).toEqual({ status: 'idle', attempt: 0 });
});

test('is pending in the tick of the confirmation, and canceled in the tick of the success', async () => {
  const { cancellation, client, confirm } = start();
  const states: unknown[] = [];
  const unsubscribe = cancellation.subscribe(() => states.push(cancellation.getState()));
  confirm();
  expect(cancellation.getState()).toEqual({ status: 'pending', attempt: 1 });
  client.succeed();
  await settle();
  expect(states).toEqual([
    { status: 'pending', attempt: 1 },
    { status: 'canceled', attempt: 1 },
  ]);
  unsubscribe();
  cancellation.reset();
  expect(states).toHaveLength(2);
});

test('keeps the same state object until it changes', async () => {
  const { cancellation, client, confirm } = start();
  confirm();
  expect(cancellation.getState()).toBe(cancellation.getState());
  cancellation.reset();
  client.fail(new PayError('forbidden'));
  await settle();
  expect(cancellation.getState()).toBe(cancellation.getState());
});

describe('confirm sends nothing', () => {
  test('a second time in the same tick', () => {
    const { client, confirm } = start();
    confirm();
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
  });

  test('once the success is known, even before anybody has been notified', async () => {
    const { cancellation, client, confirm, onCanceled } = start();
    cancellation.subscribe(confirm);
    onCanceled.mockImplementation(confirm);
    confirm();
    client.succeed();
    await settle();
    confirm();
    await settle();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });

  test('while the user is signing in', async () => {
    const { cancellation, client, confirm } = start();
    confirm();
    client.fail(new PayError('unauthorized'));
    await settle();
    cancellation.recover(() => new Promise(() => {}));
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
  });
});

describe('whatever the client does, pending ends', () => {
  const codes = Object.keys(errorActions).filter((code): code is PayErrorCode => code in errorActions);

  test.each(codes)('%s ends in that error', async (code) => {
    const { cancellation, client, confirm, onError } = start();
    const error = new PayError(code);
    confirm();
    client.fail(error);
    await settle();
    expect(cancellation.getState()).toEqual({ status: 'error', attempt: 1, error, retryAt: 0, isRecovering: false });
    expect(onError.mock.calls).toEqual([[error]]);
  });

  test.each([
    ['an error of another kind', new TypeError('bug')],
    ['undefined', undefined],
    ['null', null],
    ['a string', 'no'],
    ['an object like a PayError', { name: 'PayError', code: 'forbidden' }],
    ['an error code that is unknown here', Object.assign(new PayError('timeout'), { code: 'toString' })],
  ])('%s ends in unexpected-response, and is reported', async (_, reason) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { cancellation, client, confirm, onError } = start();
    confirm();
    client.fail(reason);
    await settle();
    expect(cancellation.getState()).toMatchObject({ status: 'error', error: { code: 'unexpected-response' } });
    expect(onError).toHaveBeenCalledTimes(1);
    expect(reportError.mock.calls).toEqual([[reason]]);
  });

  test('a client that throws instead of rejecting is no exception', async () => {
    vi.stubGlobal('reportError', vi.fn());
    const client = createControlledClient();
    client.cancelPreAuth.mockImplementation(() => {
      throw new TypeError('bug');
    });
    const { confirm, status } = start({ client });
    confirm();
    expect(status()).toBe('pending');
    await settle();
    expect(status()).toBe('error');
  });

  test.each(['onMutate', 'onSuccess', 'onError', 'onSettled'])(
    'an app-wide %s that never ends holds nothing back',
    async (callback) => {
      const mutationCache = new MutationCache({ [callback]: () => new Promise(() => {}) });
      const { client, confirm, status } = start({ queryClient: new QueryClient({ mutationCache }) });
      confirm();
      client.fail(new PayError('timeout'));
      await settle();
      expect(status()).toBe('error');
      confirm();
      client.succeed();
      await settle();
      expect(status()).toBe('canceled');
    },
  );
});

test('an error of the client is not reported as one of an app-wide callback', async () => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const { client, confirm } = start();
  confirm();
  client.fail(new PayError('forbidden'));
  await settle();
  expect(reportError).not.toHaveBeenCalled();
});

describe('the mutation', () => {
  test('shows the app the request: its key, its variables, and how it ended', async () => {
    const { client, confirm, queryClient } = start();
    confirm();
    const [mutation] = queryClient.getMutationCache().findAll({ mutationKey: ['pace', 'pay', 'cancelPreAuth'] });
    expect(mutation?.state).toMatchObject({ status: 'pending', variables: { transactionId: 'tx' } });
    client.fail(new PayError('forbidden'));
    await settle();
    expect(mutation?.state).toMatchObject({ status: 'error', error: { code: 'forbidden' } });
  });

  test('leaves the cache some seconds after it has ended', async () => {
    vi.useFakeTimers();
    const { client, confirm, queryClient } = start();
    confirm();
    client.succeed();
    await vi.advanceTimersByTimeAsync(4000);
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(queryClient.getMutationCache().getAll()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('recover', () => {
  async function startUnauthorized() {
    const started = start();
    started.confirm();
    started.client.fail(new PayError('unauthorized'));
    await settle();
    return started;
  }

  test('leads to another attempt when its promise settles', async () => {
    const { cancellation, client, confirm } = await startUnauthorized();
    let finish = () => {};
    cancellation.recover(() => new Promise<void>((resolve) => (finish = resolve)));
    expect(cancellation.getState()).toMatchObject({ status: 'error', isRecovering: true });
    finish();
    await settle();
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 1 });
    confirm();
    expect(cancellation.getState()).toEqual({ status: 'pending', attempt: 2 });
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  test('without a promise leads there immediately', async () => {
    const { cancellation } = await startUnauthorized();
    cancellation.recover(() => {});
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 1 });
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('popup closed');
      },
    ],
    ['rejects', () => Promise.reject(new Error('popup closed'))],
  ])('that %s is reported, and leads there as well', async (_, handler) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const { cancellation } = await startUnauthorized();
    cancellation.recover(handler);
    await settle();
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 1 });
    expect(reportError.mock.calls).toEqual([[new Error('popup closed')]]);
  });

  test('runs once, however often it is asked for', async () => {
    const { cancellation } = await startUnauthorized();
    const handler = vi.fn(() => new Promise(() => {}));
    cancellation.recover(handler);
    cancellation.recover(handler);
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('does not bring back a dialog that was closed meanwhile', async () => {
    const { cancellation } = await startUnauthorized();
    let finish = () => {};
    cancellation.recover(() => new Promise<void>((resolve) => (finish = resolve)));
    cancellation.reset();
    finish();
    await settle();
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 0 });
  });

  test('does not end when the promise of an earlier one settles', async () => {
    const { cancellation, client, confirm } = await startUnauthorized();
    let finish = () => {};
    cancellation.recover(() => new Promise<void>((resolve) => (finish = resolve)));
    cancellation.endRecovery();
    confirm();
    client.fail(new PayError('unauthorized'));
    await settle();
    cancellation.recover(() => new Promise(() => {}));
    finish();
    await settle();
    expect(cancellation.getState()).toMatchObject({ status: 'error', attempt: 2, isRecovering: true });
  });

  test('does nothing without an error', () => {
    const { cancellation } = start();
    const handler = vi.fn();
    cancellation.recover(handler);
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('after rate-limited', () => {
  test.each([
    [5000, 5000],
    [60_000, 60_000],
    [3_600_000, 60_000],
  ])('with a retryAfter of %s ms, confirm waits for %i ms', async (retryAfter, wait) => {
    vi.useFakeTimers();
    const { client, confirm } = start();
    confirm();
    client.fail(new PayError('rate-limited', { retryAfter }));
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() + wait - 1);
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 1);
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  test('without a retryAfter, confirm does not wait', async () => {
    const { client, confirm } = start();
    confirm();
    client.fail(new PayError('rate-limited'));
    await settle();
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  test('a clock that is set back does not make the wait longer', async () => {
    vi.useFakeTimers();
    const { client, confirm } = start();
    confirm();
    client.fail(new PayError('rate-limited', { retryAfter: 60_000 }));
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() - 3_600_000);
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  test('only: another error with a retryAfter can be retried now', async () => {
    const { client, confirm } = start();
    confirm();
    client.fail(new PayError('server-error', { retryAfter: 60_000 }));
    await settle();
    confirm();
    expect(client.cancelPreAuth).toHaveBeenCalledTimes(2);
  });
});

test('one dialog tells the app of a success, even if that removes it in the same tick', async () => {
  const first = start();
  const second = start({ queryClient: first.queryClient });
  first.onCanceled.mockImplementation(first.detach);
  first.confirm();
  second.cancellation.join(first.queryClient);
  first.client.succeed();
  await settle();
  expect(first.onCanceled.mock.calls).toEqual([[true]]);
  expect(second.onCanceled.mock.calls).toEqual([[false]]);
});

test('a confirmation joins a request that another dialog has sent meanwhile', async () => {
  const first = start();
  const second = start({ queryClient: first.queryClient });
  first.confirm();
  second.confirm();
  expect(second.client.cancelPreAuth).not.toHaveBeenCalled();
  first.client.succeed();
  await settle();
  expect(second.status()).toBe('canceled');
});

describe('join', () => {
  test('waits for the request of another dialog, and sends nothing', async () => {
    const first = start();
    const second = start({ queryClient: first.queryClient });
    first.confirm();
    second.cancellation.join(first.queryClient);
    expect(second.cancellation.getState()).toEqual({ status: 'pending', attempt: 1 });
    first.client.succeed();
    await settle();
    expect(second.status()).toBe('canceled');
    expect(first.onCanceled.mock.calls).toEqual([[true]]);
    expect(second.onCanceled.mock.calls).toEqual([[false]]);
    expect(second.client.cancelPreAuth).not.toHaveBeenCalled();
  });

  test('puts the dialog that is left in charge when the other one is gone', async () => {
    const first = start();
    const second = start({ queryClient: first.queryClient });
    first.confirm();
    first.detach();
    second.cancellation.join(first.queryClient);
    first.client.fail(new PayError('forbidden'));
    await settle();
    expect(first.onError).not.toHaveBeenCalled();
    expect(second.onError).toHaveBeenCalledTimes(1);
  });

  test('leaves the first in charge when all are gone', async () => {
    const first = start();
    const second = start({ queryClient: first.queryClient });
    first.confirm();
    second.cancellation.join(first.queryClient);
    first.detach();
    second.detach();
    first.client.succeed();
    await settle();
    expect(first.onCanceled.mock.calls).toEqual([[true]]);
    expect(second.onCanceled.mock.calls).toEqual([[false]]);
  });

  test('waits for a request of the hook’s mutation', async () => {
    const server = createControlledFetch();
    const queryClient = new QueryClient();
    const payClient = createPayClient({ fetch: server.fetch, baseUrl: 'https://pay.test' });
    const options = queryClient.defaultMutationOptions(cancelPreAuthMutationOptions(payClient));
    const mutation = queryClient.getMutationCache().build(queryClient, options);
    void mutation.execute({ transactionId: 'tx' });
    await settle();
    const { cancellation, onCanceled, status } = start({ queryClient });
    cancellation.join(queryClient);
    expect(status()).toBe('pending');
    server.respond(204);
    await settle();
    expect(status()).toBe('canceled');
    expect(onCanceled.mock.calls).toEqual([[true]]);
    expect(server.requestedIds).toEqual(['tx']);
  });

  test('waits for the second of two requests with the same variables when the first has ended', async () => {
    const client = createControlledClient();
    const queryClient = new QueryClient();
    const variables = { transactionId: 'tx' };
    const mutations = ['first', 'second'].map(() =>
      new MutationObserver(queryClient, cancelPreAuthMutationOptions(client)).mutate(variables),
    );
    await settle();
    client.fail(new PayError('timeout'));
    await expect(mutations[0]).rejects.toMatchObject({ code: 'timeout' });
    const { cancellation, status } = start({ queryClient });
    cancellation.join(queryClient);
    expect(status()).toBe('pending');
    client.succeed();
    await mutations[1];
    expect(status()).toBe('canceled');
  });

  test.each([
    ['of another transaction', { transactionId: 'other' }],
    ['under another QueryClient', { queryClient: new QueryClient() }],
  ])('does not wait for a request %s', (_, options) => {
    const first = start();
    const second = start({ queryClient: first.queryClient, ...options });
    first.confirm();
    second.cancellation.join(second.queryClient);
    expect(second.status()).toBe('idle');
  });

  test('does not wait for a request that has ended, even if an app-wide callback has not', async () => {
    const mutationCache = new MutationCache({ onError: () => new Promise(() => {}) });
    const first = start({ queryClient: new QueryClient({ mutationCache }) });
    first.confirm();
    first.client.fail(new PayError('timeout'));
    await settle();
    expect(first.queryClient.isMutating()).toBe(1);
    const second = start({ queryClient: first.queryClient });
    second.cancellation.join(first.queryClient);
    expect(second.status()).toBe('idle');
  });
});

describe('reset', () => {
  test('forgets an error and a success, but no request in flight', async () => {
    const { cancellation, client, confirm, status } = start();
    confirm();
    cancellation.reset();
    expect(status()).toBe('pending');
    client.fail(new PayError('timeout'));
    await settle();
    cancellation.reset();
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 0 });
    confirm();
    client.succeed();
    await settle();
    cancellation.reset();
    expect(cancellation.getState()).toEqual({ status: 'idle', attempt: 0 });
  });

  test('does not notify anybody when there is nothing to forget', () => {
    const { cancellation } = start();
    const listener = vi.fn();
    cancellation.subscribe(listener);
    cancellation.reset();
    expect(listener).not.toHaveBeenCalled();
  });
});

test('handlers are those of the last dialog that showed it, even if that is gone', async () => {
  const { cancellation, client, confirm, onCanceled } = start();
  const later = { onCanceled: vi.fn(), onError: vi.fn() };
  const detach = cancellation.attach(later);
  confirm();
  detach();
  expect(cancellation.isAttached).toBe(false);
  client.succeed();
  await settle();
  expect(later.onCanceled).toHaveBeenCalledTimes(1);
  expect(onCanceled).not.toHaveBeenCalled();
});
