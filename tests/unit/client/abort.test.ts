// @vitest-environment node
import { expect, it, vi } from 'vitest';
import { createPayClient } from '../../../src/client/createPayClient.ts';

it.each([
  ['a token', { accessToken: async () => 'token' }],
  ['no token', {}],
])('an abort at any moment before the request is sent sends nothing, with %s', async (_, options) => {
  for (let microtasks = 0; microtasks < 12; microtasks++) {
    const sent: boolean[] = [];
    const controller = new AbortController();
    const fetch = vi.fn(async () => {
      sent.push(controller.signal.aborted);
      return new Response(null, { status: 204 });
    });
    const client = createPayClient({ baseUrl: 'https://pay.test', fetch, ...options });
    const cancellation = client.cancelPreAuth({ transactionId: 'tx' }, { signal: controller.signal });
    cancellation.catch(() => {});
    for (let count = 0; count < microtasks; count++) await Promise.resolve();
    controller.abort();
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent.filter(Boolean), `aborted after ${microtasks} microtasks`).toEqual([]);
  }
});
