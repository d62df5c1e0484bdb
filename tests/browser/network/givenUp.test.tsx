import { describe, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { createPayClient } from '../../../src/client/createPayClient.ts';
import { wait } from '../../support/wait.ts';

describe('a request that the client has given up is never sent', { timeout: 30_000 }, () => {
  test.each([
    ['its preflight is answered only then', () => commands.startSlowPreflight(), 3000, 'token', ['OPTIONS']],
    // Without a token there is no preflight.
    ['a connection can be made only then', () => commands.startFullBacklog(), 2000, undefined, []],
  ] as const)('even if %s', async (_, start, delay, accessToken, received) => {
    const port = await start();
    const options = { baseUrl: `http://127.0.0.1:${port}`, ...(accessToken && { accessToken }) };
    try {
      const client = createPayClient({ ...options, timeout: 500 });
      await expect(client.cancelPreAuth({ transactionId: 'given-up' })).rejects.toMatchObject({ code: 'timeout' });
      await wait(delay);
      await commands.releaseRequests(port);
      await wait(3000);
      expect(await commands.receivedRequests(port)).toEqual(received);

      // The server can be reached now: the next request arrives.
      await createPayClient(options).cancelPreAuth({ transactionId: 'tx' });
      await vi.waitFor(async () => expect(await commands.receivedRequests(port)).toContain('POST'));
    } finally {
      await commands.closeServer(port);
    }
  });
});

describe('when the user leaves a page that may come back,', () => {
  const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));

  test('no retry is sent, and the error is the outcome', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response(null, { status: 503 })));
    const cancellation = createPayClient({ baseUrl: 'https://pay.test', fetch }).cancelPreAuth({ transactionId: 'tx' });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
    await wait(100);
    const onSettled = vi.fn();
    cancellation.catch(onSettled);
    leave();
    await wait(200);
    expect(onSettled).not.toHaveBeenCalled(); // Firefox would lose what React does about it
    await expect(cancellation).rejects.toMatchObject({ code: 'server-error' });
    await wait(3500);
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('nothing is sent with a token that comes later', async () => {
    const fetch = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
    const accessToken = () => wait(300).then(() => 'token');
    const client = createPayClient({ baseUrl: 'https://pay.test', fetch, accessToken });
    const cancellation = client.cancelPreAuth({ transactionId: 'tx' });
    await wait(50);
    leave();
    await expect(cancellation).rejects.toMatchObject({ code: 'timeout' });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('a request in flight may still succeed', async () => {
    const fetch = vi.fn(() => wait(300).then(() => new Response(null, { status: 204 })));
    const cancellation = createPayClient({ baseUrl: 'https://pay.test', fetch }).cancelPreAuth({ transactionId: 'tx' });
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
    leave();
    await expect(cancellation).resolves.toBeUndefined();
  });
});
