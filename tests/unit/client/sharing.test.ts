// @vitest-environment node
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { deferred, reply, withScriptedServer } from '../../support/scriptedServer.ts';
import { isPayError } from '../../../src/client/PayError.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const server = withScriptedServer();

function makeClient(options: PayClientOptions = {}) {
  return createPayClient({ baseUrl: server.url, retry: 0, ...options });
}

/** An `accessToken` that gives its tokens when the test says so. */
function holdTokens() {
  const gives: ((token: string) => void)[] = [];
  const accessToken = vi.fn<(options: { forceRefresh: boolean }) => Promise<string>>(
    () => new Promise((resolve) => gives.push(resolve)),
  );
  return { accessToken, gives };
}

/** Waits until everything that is already in progress has happened. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('calls for one transaction that overlap', () => {
  it('share one request, and succeed together', async () => {
    const held = deferred(reply(204));
    server.script(held.answer);
    const client = makeClient();
    const first = client.cancelPreAuth({ transactionId: 'tx' });
    const second = client.cancelPreAuth({ transactionId: 'tx' });
    await held.received;
    const third = client.cancelPreAuth({ transactionId: 'tx' });
    held.release();
    await expect(Promise.all([first, second, third])).resolves.toEqual([undefined, undefined, undefined]);
    expect(server.requests).toHaveLength(1);
  });

  it('fail together, with the same error', async () => {
    server.script(reply(403, { errors: [{ id: 'occurrence-1' }] }));
    const client = makeClient();
    const [first, second] = await Promise.all([
      failureOf(client.cancelPreAuth({ transactionId: 'tx' })),
      failureOf(client.cancelPreAuth({ transactionId: 'tx' })),
    ]);
    expect(first).toMatchObject({ code: 'forbidden', requestId: 'occurrence-1' });
    expect(second).toBe(first);
    expect(server.requests).toHaveLength(1);
  });

  it('ask once for a token', async () => {
    const accessToken = vi.fn(() => 'token');
    const client = makeClient({ accessToken });
    await Promise.all([client.cancelPreAuth({ transactionId: 'tx' }), client.cancelPreAuth({ transactionId: 'tx' })]);
    expect(accessToken).toHaveBeenCalledTimes(1);
  });

  it('end with the accessToken that failed', async () => {
    const client = makeClient({ accessToken: () => Promise.reject(new Error('signed out')) });
    const [first, second] = await Promise.all([
      failureOf(client.cancelPreAuth({ transactionId: 'tx' })),
      failureOf(client.cancelPreAuth({ transactionId: 'tx' })),
    ]);
    expect(second).toBe(first);
  });

  it('send again once the shared request is settled, by success or failure', async () => {
    server.script(reply(500), reply(204), reply(404));
    const client = makeClient();
    expect(await failureOf(client.cancelPreAuth({ transactionId: 'tx' }))).toMatchObject({ code: 'server-error' });
    await client.cancelPreAuth({ transactionId: 'tx' });
    expect(await failureOf(client.cancelPreAuth({ transactionId: 'tx' }))).toMatchObject({ code: 'not-found' });
    expect(server.requests).toHaveLength(3);
  });

  it('send again when called the moment the shared request has failed', async () => {
    server.script(reply(500), reply(204));
    const client = makeClient();
    const cancel = () => client.cancelPreAuth({ transactionId: 'tx' });
    await expect(cancel().catch(cancel)).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(2);
  });
});

it('calls for different transactions do not share a request', async () => {
  const client = makeClient();
  await Promise.all(['a', 'b', 'A'].map((transactionId) => client.cancelPreAuth({ transactionId })));
  expect(new Set(server.requests.map((request) => request.path))).toEqual(
    new Set(['/transactions/a/cancel', '/transactions/b/cancel', '/transactions/A/cancel']),
  );
});

it('two clients share nothing', async () => {
  await Promise.all([
    makeClient().cancelPreAuth({ transactionId: 'tx' }),
    makeClient().cancelPreAuth({ transactionId: 'tx' }),
  ]);
  expect(server.requests).toHaveLength(2);
});

it('cancelPreAuth needs no this', async () => {
  await expect(makeClient().cancelPreAuth.call(untyped(undefined), { transactionId: 'tx' })).resolves.toBeUndefined();
});

it('an accessToken that itself cancels the same transaction does not make it look canceled', async () => {
  const inner: Promise<unknown>[] = [];
  const client = makeClient({
    accessToken: () => {
      inner.push(failureOf(client.cancelPreAuth({ transactionId: 'tx' })));
      return 'token';
    },
  });
  server.script(reply(404));
  const outer = await failureOf(client.cancelPreAuth({ transactionId: 'tx' }));
  expect(outer.code).toBe('not-found');
  expect(await Promise.all(inner)).toEqual([outer]);
});

describe('aborting', () => {
  it.each([
    ['its own reason', new Error('left the page')],
    ['a reason that is no error', 'left the page'],
  ])('before the call sends nothing, and rejects with %s', async (_, reason) => {
    const accessToken = vi.fn(() => 'token');
    const signal = AbortSignal.abort(reason);
    await expect(makeClient({ accessToken }).cancelPreAuth({ transactionId: 'tx' }, { signal })).rejects.toBe(reason);
    await expect(makeClient().cancelPreAuth({ transactionId: '..' }, { signal })).rejects.toBe(reason);
    await soon();
    expect(accessToken).not.toHaveBeenCalled();
    expect(server.requests).toEqual([]);
  });

  it('without a reason rejects with an AbortError', async () => {
    const signal = AbortSignal.abort();
    await expect(makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('of a signal that knows no reasons rejects with an AbortError', async () => {
    // As React Native's and older browsers' signals are.
    class Signal extends EventTarget {
      aborted = false;
    }
    const signal = new Signal();
    const held = deferred(reply(204));
    server.script(held.answer);
    const cancel = () => makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal: untyped(signal) });
    const cancellation = cancel();
    await held.received;
    signal.aborted = true;
    signal.dispatchEvent(new Event('abort'));
    held.release();
    for (const rejection of [cancellation, cancel()]) {
      const error: unknown = await rejection.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Error);
      expect(error).toMatchObject({ name: 'AbortError', message: 'The call was aborted.' });
      expect(isPayError(error)).toBe(false);
    }
    expect(server.requests).toHaveLength(1);
  });

  it('reaches the calls that still wait after others with the same signal have settled', async () => {
    const held = deferred(reply(204));
    server.script(reply(204), held.answer);
    const client = makeClient();
    const controller = new AbortController();
    const { signal } = controller;
    const first = client.cancelPreAuth({ transactionId: 'first' }, { signal });
    const second = client.cancelPreAuth({ transactionId: 'second' }, { signal });
    await first;
    await held.received;
    controller.abort('left');
    await expect(second).rejects.toBe('left');
    held.release();
  });

  it('in the tick of the call sends nothing', async () => {
    const controller = new AbortController();
    const cancellation = makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    controller.abort('left');
    await expect(cancellation).rejects.toBe('left');
    await soon();
    expect(server.requests).toEqual([]);
  });

  it('by the accessToken itself sends nothing', async () => {
    const controller = new AbortController();
    const accessToken = () => {
      controller.abort('left');
      return 'token';
    };
    const client = makeClient({ accessToken });
    await expect(client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal })).rejects.toBe('left');
    await soon();
    expect(server.requests).toEqual([]);
  });

  it('while the token is awaited, and nobody else waits, rejects immediately and sends nothing', async () => {
    const { accessToken, gives } = holdTokens();
    const controller = new AbortController();
    const cancellation = makeClient({ accessToken }).cancelPreAuth(
      { transactionId: 'tx' },
      { signal: controller.signal },
    );
    await soon();
    controller.abort('left');
    await expect(cancellation).rejects.toBe('left');
    gives[0]?.('token');
    await soon();
    expect(server.requests).toEqual([]);
  });

  it('of all that wait while the token is awaited sends nothing', async () => {
    const { accessToken, gives } = holdTokens();
    const client = makeClient({ accessToken });
    const controllers = [new AbortController(), new AbortController()];
    const cancellations = controllers.map(({ signal }) => client.cancelPreAuth({ transactionId: 'tx' }, { signal }));
    await soon();
    for (const [index, controller] of controllers.entries()) controller.abort(index);
    expect(await Promise.allSettled(cancellations)).toEqual([
      { status: 'rejected', reason: 0 },
      { status: 'rejected', reason: 1 },
    ]);
    gives[0]?.('token');
    await soon();
    expect(server.requests).toEqual([]);
  });

  it('while the token is awaited leaves the others that wait their cancellation', async () => {
    const { accessToken, gives } = holdTokens();
    const client = makeClient({ accessToken });
    const controller = new AbortController();
    const first = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    const second = client.cancelPreAuth({ transactionId: 'tx' });
    await soon();
    controller.abort('left');
    await expect(first).rejects.toBe('left');
    const third = client.cancelPreAuth({ transactionId: 'tx' });
    await soon();
    gives[0]?.('token');
    await expect(Promise.all([second, third])).resolves.toBeDefined();
    expect(accessToken).toHaveBeenCalledTimes(1);
    expect(server.requests).toHaveLength(1);
  });

  it('while the token is awaited does not hold up a new call, even if the token never comes', async () => {
    const { accessToken, gives } = holdTokens();
    const client = makeClient({ accessToken });
    const controller = new AbortController();
    const first = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    await soon();
    controller.abort('left');
    const second = client.cancelPreAuth({ transactionId: 'tx' });
    await expect(first).rejects.toBe('left');
    await soon();
    gives[1]?.('token-2');
    await expect(second).resolves.toBeUndefined();
    expect(server.requests.map((request) => request.header('authorization'))).toEqual(['Bearer token-2']);
  });

  it('while the token is awaited does not let an abandoned call part those who came after it', async () => {
    const { accessToken, gives } = holdTokens();
    const client = makeClient({ accessToken });
    const controller = new AbortController();
    const first = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    await soon();
    controller.abort('left');
    await expect(first).rejects.toBe('left');
    const held = deferred(reply(204));
    server.script(held.answer);
    const second = client.cancelPreAuth({ transactionId: 'tx' });
    await soon();
    gives[1]?.('token-2');
    await held.received;
    gives[0]?.('token-1');
    await soon();
    const third = client.cancelPreAuth({ transactionId: 'tx' });
    held.release();
    await Promise.all([second, third]);
    expect(server.requests).toHaveLength(1);
  });

  it('after sending stops the waiting, not the cancellation', async () => {
    const held = deferred(reply(204));
    let closedEarly = false;
    server.script((response, request) => {
      response.on('close', () => {
        closedEarly = !response.writableFinished;
      });
      return held.answer(response, request);
    });
    const controller = new AbortController();
    const cancellation = makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    await held.received;
    controller.abort('left');
    await expect(cancellation).rejects.toBe('left');
    await soon();
    expect(closedEarly).toBe(false);
    held.release();
    await soon();
    expect(closedEarly).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  it('after sending lets a new call share the request that is still in flight', async () => {
    const held = deferred(reply(204));
    server.script(held.answer);
    const client = makeClient();
    const controller = new AbortController();
    const first = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    await held.received;
    controller.abort('left');
    const second = client.cancelPreAuth({ transactionId: 'tx' });
    held.release();
    await expect(first).rejects.toBe('left');
    await expect(second).resolves.toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it('after sending means that a 401 refreshes and replays nothing', async () => {
    const held = deferred(reply(401));
    server.script(held.answer);
    const accessToken = vi.fn(() => 'token');
    const client = makeClient({ accessToken });
    const controller = new AbortController();
    const first = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    await held.received;
    controller.abort('left');
    await expect(first).rejects.toBe('left');
    held.release();
    await soon();
    expect(accessToken.mock.calls).toEqual([[{ forceRefresh: false }]]);
    expect(server.requests).toHaveLength(1);
    server.script(reply(204));
    await expect(client.cancelPreAuth({ transactionId: 'tx' })).resolves.toBeUndefined();
  });

  it('during a refresh means that nothing is replayed', async () => {
    server.script(reply(401));
    const { accessToken, gives } = holdTokens();
    const controller = new AbortController();
    const cancellation = makeClient({ accessToken }).cancelPreAuth(
      { transactionId: 'tx' },
      { signal: controller.signal },
    );
    await soon();
    gives[0]?.('old');
    await expect.poll(() => accessToken.mock.calls.length).toBe(2);
    controller.abort('left');
    await expect(cancellation).rejects.toBe('left');
    gives[1]?.('new');
    await soon();
    expect(server.requests).toHaveLength(1);
  });

  it('after the answer changes nothing', async () => {
    const controller = new AbortController();
    await makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    controller.abort('left');
    await soon();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['success', 204],
    ['failure', 500],
  ])('leaves no listener on the signal after a %s', async (_, status) => {
    const held = deferred(reply(status));
    server.script(held.answer);
    const { signal } = new AbortController();
    const cancellation = makeClient().cancelPreAuth({ transactionId: 'tx' }, { signal });
    await held.received;
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    held.release();
    await cancellation.catch(() => {});
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('leaves no listener on the signal of a call that was refused', async () => {
    const { signal } = new AbortController();
    await failureOf(makeClient().cancelPreAuth({ transactionId: '..' }, { signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  describe.each([11, 50])('one signal of %i calls', (count) => {
    const warned = vi.fn();

    beforeEach(() => {
      warned.mockReset();
      process.on('warning', warned);
    });

    afterEach(() => {
      process.off('warning', warned);
    });

    it.each([
      ['for one transaction', () => 'tx'],
      ['for as many transactions', (index: number) => `tx-${index}`],
    ])('%s ends them all, without a listener warning', async (_, idOf) => {
      const controller = new AbortController();
      const { signal } = controller;
      const client = makeClient({ fetch: () => new Promise(() => {}) });
      const calls = Promise.allSettled(
        Array.from({ length: count }, (_unused, index) =>
          client.cancelPreAuth({ transactionId: idOf(index) }, { signal }),
        ),
      );
      await soon();
      controller.abort('left');
      expect(await calls).toEqual(Array.from({ length: count }, () => ({ status: 'rejected', reason: 'left' })));
      expect(getEventListeners(signal, 'abort')).toEqual([]);
      await soon();
      expect(warned).not.toHaveBeenCalled();
    });
  });
});
