import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPayClient } from 'react-cancel-preauth/client';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';

const sandbox = createPaySandbox();
const server = setupServer(
  // Without `catch`, MSW would respond with 500 where the sandbox simulates a network error.
  http.post('*/transactions/:id/cancel', ({ request }) => sandbox.fetch(request).catch(() => HttpResponse.error())),
);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const client = createPayClient({ retry: 0 });

test('a payment is canceled', async () => {
  await expect(client.cancelPreAuth({ transactionId: sandboxTransactions.open })).resolves.toBeUndefined();
});

test.each(['network-error', 'forbidden', 'server-error'] as const)('%s', async (code) => {
  await expect(client.cancelPreAuth({ transactionId: sandboxTransactions[code] })).rejects.toMatchObject({ code });
});
