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
