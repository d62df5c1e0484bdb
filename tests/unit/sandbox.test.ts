// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../src/client/createPayClient.ts';
import { isPayError } from '../../src/client/PayError.ts';
import { createPaySandbox, sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';

const accept = { Accept: 'application/vnd.api+json' };
const urlOf = (transactionId: string) => `https://pay.example/pay/2024-4/transactions/${transactionId}/cancel`;

/** Asks a sandbox as the API's documentation says. */
function ask(sandbox: ReturnType<typeof createPaySandbox>, transactionId: string, init: RequestInit = {}) {
  return sandbox.fetch(urlOf(transactionId), { method: 'POST', headers: accept, ...init });
}

/** How a client sees it: a code, or "canceled". */
async function outcome(options: PayClientOptions, transactionId: string): Promise<string> {
  try {
    await createPayClient(options).cancelPreAuth({ transactionId });
    return 'canceled';
  } catch (error) {
    return isPayError(error) ? error.code : String(error);
  }
}

afterEach(() => {
  vi.useRealTimers();
});

describe('each test id gets the answer of its name', () => {
  const documented: [id: keyof typeof sandboxTransactions, status: number, contentType: string | null][] = [
    ['open', 204, null],
    ['canceled', 204, null],
    ['invalid-request', 422, 'application/vnd.api+json'],
    ['unauthorized', 401, 'application/vnd.api+json'],
    ['missing-linked-identity', 401, 'application/vnd.api+json'],
    ['forbidden', 403, 'application/vnd.api+json'],
    ['insufficient-scope', 403, 'text/plain; charset=utf-8'],
    ['not-found', 404, 'application/vnd.api+json'],
    ['timeout', 408, 'application/vnd.api+json'],
    ['rate-limited', 429, 'application/vnd.api+json'],
    ['server-error', 500, 'application/vnd.api+json'],
    ['upstream-error', 502, 'text/html; charset=utf-8'],
    ['unexpected-response', 202, 'application/vnd.api+json'],
  ];

  it.each(documented)('%s: %i', async (id, status, contentType) => {
    const response = await ask(createPaySandbox(), sandboxTransactions[id]);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe(contentType);
    expect(response.headers.get('Retry-After')).toBe(id === 'rate-limited' ? '5' : null);
    const text = await response.text();
    expect(text === '').toBe(status === 204);
  });

  it.each(documented.filter(([, , contentType]) => contentType?.includes('json')))(
    '%s: %i in JSON:API, with the request’s id',
    async (id, status) => {
      const response = await ask(createPaySandbox(), sandboxTransactions[id]);
      expect(await response.json()).toEqual({
        errors: [
          {
            id: response.headers.get('Request-Id'),
            status: String(status),
            code: expect.stringMatching(/^[a-z-]+$/),
            title: expect.any(String),
          },
        ],
      });
    },
  );

  it('network-error rejects as fetch does', async () => {
    const answer = ask(createPaySandbox(), sandboxTransactions['network-error']);
    await expect(answer).rejects.toThrow(new TypeError('Failed to fetch'));
  });

  it.each(Object.entries(sandboxTransactions).filter(([name]) => !['open', 'canceled', 'slow'].includes(name)))(
    'a client sees %s',
    async (code, id) => {
      expect(await outcome({ fetch: createPaySandbox().fetch }, id)).toBe(code);
    },
  );

  it('every test id looks like a UUID, and is another', () => {
    const ids = Object.values(sandboxTransactions);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('state', () => {
  it('open is canceled, and stays so', async () => {
    const sandbox = createPaySandbox();
    for (let time = 0; time < 3; time++) expect((await ask(sandbox, sandboxTransactions.open)).status).toBe(204);
  });

  it('is of each sandbox alone', async () => {
    const [first, second] = [createPaySandbox(), createPaySandbox()];
    const headers = { ...accept, Authorization: 'Bearer first' };
    const other = { ...accept, Authorization: 'Bearer other' };
    expect((await ask(first, sandboxTransactions.unauthorized, { headers })).status).toBe(401);
    expect((await ask(second, sandboxTransactions.unauthorized, { headers: other })).status).toBe(401);
    expect((await ask(first, sandboxTransactions.unauthorized, { headers: other })).status).toBe(204);
    expect((await ask(second, sandboxTransactions.unauthorized, { headers })).status).toBe(204);
  });

  it('gives every request an id of its own', async () => {
    const sandbox = createPaySandbox();
    const ids = new Set<string | null>();
    for (let time = 0; time < 3; time++) {
      ids.add((await ask(sandbox, sandboxTransactions.forbidden)).headers.get('Request-Id'));
    }
    expect(ids.size).toBe(3);
  });
});

describe.each(['unauthorized', 'missing-linked-identity'] as const)('%s', (kind) => {
  const id = sandboxTransactions[kind];
  const withToken = (token?: string) => ({
    headers: { ...accept, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
  });

  it('refuses the first token that it sees, again and again, and takes another', async () => {
    const sandbox = createPaySandbox();
    expect((await ask(sandbox, id, withToken('first'))).status).toBe(401);
    expect((await ask(sandbox, id, withToken('first'))).status).toBe(401);
    expect((await ask(sandbox, id, withToken('second'))).status).toBe(204);
    expect((await ask(sandbox, id, withToken('first'))).status).toBe(401);
  });

  it('refuses a missing token, however often', async () => {
    const sandbox = createPaySandbox();
    await ask(sandbox, id, withToken('first'));
    expect((await ask(sandbox, id, withToken())).status).toBe(401);
    expect((await ask(sandbox, id, withToken())).status).toBe(401);
    expect((await ask(sandbox, id, withToken('second'))).status).toBe(204);
    expect((await ask(sandbox, id, withToken())).status).toBe(401);
  });

  it('refuses a missing token before it has seen any', async () => {
    const sandbox = createPaySandbox();
    expect((await ask(sandbox, id)).status).toBe(401);
    expect((await ask(sandbox, id)).status).toBe(401);
    expect((await ask(sandbox, id, withToken('first'))).status).toBe(401);
  });

  it('sees no first token in another transaction', async () => {
    const sandbox = createPaySandbox();
    await ask(sandbox, sandboxTransactions.open, withToken('first'));
    expect((await ask(sandbox, id, withToken('first'))).status).toBe(401);
  });
});

it('a client’s refresh mends unauthorized, and not missing-linked-identity', async () => {
  const { fetch } = createPaySandbox();
  const accessToken = ({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? 'second' : 'first');
  expect(await outcome({ fetch, accessToken }, sandboxTransactions.unauthorized)).toBe('canceled');
  expect(await outcome({ fetch, accessToken }, sandboxTransactions['missing-linked-identity'])).toBe(
    'missing-linked-identity',
  );
  const linked = { fetch, accessToken: 'after linking' };
  expect(await outcome(linked, sandboxTransactions['missing-linked-identity'])).toBe('canceled');
});

describe('as the API it refuses', () => {
  it.each([
    ['an id in no list', '5a4db0c0-0000-4000-8000-00000000beef'],
    ['an id that is no UUID', 'toString'],
    ['the name of a test id', 'open'],
  ])('%s: 404', async (_, id) => {
    expect((await ask(createPaySandbox(), id)).status).toBe(404);
  });

  it.each([
    ['another path', 'https://pay.example/pay/2024-4/transactions'],
    ['a path that goes on', `${urlOf(sandboxTransactions.open)}/again`],
    ['the bare transaction', `https://pay.example/transactions/${sandboxTransactions.open}`],
  ])('%s: 404', async (_, url) => {
    const response = await createPaySandbox().fetch(url, { method: 'POST', headers: accept });
    expect(response.status).toBe(404);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s: 405', async (method) => {
    expect((await ask(createPaySandbox(), sandboxTransactions.open, { method })).status).toBe(405);
  });

  it.each([undefined, '*/*', 'application/json', 'application/vnd.api+json, */*', 'application/vnd.api+json;q=1'])(
    'Accept %s: 406',
    async (value) => {
      const headers: HeadersInit = value === undefined ? {} : { Accept: value };
      expect((await ask(createPaySandbox(), sandboxTransactions.open, { headers })).status).toBe(406);
    },
  );

  it('a Content-Type that is not its own: 415', async () => {
    const headers = { ...accept, 'Content-Type': 'application/json' };
    expect((await ask(createPaySandbox(), sandboxTransactions.open, { headers })).status).toBe(415);
    expect((await ask(createPaySandbox(), sandboxTransactions.open, { body: '{}' })).status).toBe(415);
  });

  it('not a Content-Type of its own', async () => {
    const headers = { ...accept, 'Content-Type': 'application/vnd.api+json' };
    expect((await ask(createPaySandbox(), sandboxTransactions.open, { headers, body: '{}' })).status).toBe(204);
  });
});

describe('it is a fetch handler', () => {
  it('that works detached', async () => {
    const { fetch } = createPaySandbox();
    expect(await outcome({ fetch }, sandboxTransactions.open)).toBe('canceled');
  });

  it.each([
    ['a string', (url: string) => url],
    ['a URL', (url: string) => new URL(url)],
  ])('that takes %s', async (_, from) => {
    const response = await createPaySandbox().fetch(from(urlOf(sandboxTransactions.forbidden)), {
      method: 'POST',
      headers: accept,
    });
    expect(response.status).toBe(403);
  });

  it('that takes a Request', async () => {
    const request = new Request(urlOf(sandboxTransactions.forbidden), { method: 'POST', headers: accept });
    expect((await createPaySandbox().fetch(request)).status).toBe(403);
  });

  it.each(['https://pay.example', 'http://localhost:3000/pay', 'https://api.pace.cloud/pay/2025-1/'])(
    'under any base URL: %s',
    async (baseUrl) => {
      expect(await outcome({ fetch: createPaySandbox().fetch, baseUrl }, sandboxTransactions.open)).toBe('canceled');
    },
  );

  it.each(['open', 'forbidden', 'not-found'] as const)('whose responses to %s are all its own', async (id) => {
    const sandbox = createPaySandbox();
    const [first, second] = await Promise.all([
      ask(sandbox, sandboxTransactions[id]),
      ask(sandbox, sandboxTransactions[id]),
    ]);
    await first.text();
    expect(second.bodyUsed).toBe(false);
  });
});

describe('latency', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  async function timeOf(answer: Promise<unknown>): Promise<number> {
    const start = Date.now();
    const ended = answer.catch(() => {}).then(() => Date.now() - start);
    await vi.runAllTimersAsync();
    return ended;
  }

  it.each([
    ['open', undefined, 0],
    ['open', 600, 600],
    ['forbidden', 600, 600],
    ['network-error', 600, 600],
    ['slow', undefined, 3000],
    ['slow', 600, 3600],
  ] as const)('%s with %s ms comes after %i ms', async (id, latency, time) => {
    const sandbox = createPaySandbox(latency === undefined ? {} : { latency });
    expect(await timeOf(ask(sandbox, sandboxTransactions[id]))).toBe(time);
  });

  it('slow is canceled in the end', async () => {
    const answer = ask(createPaySandbox(), sandboxTransactions.slow);
    await vi.runAllTimersAsync();
    expect((await answer).status).toBe(204);
  });

  it('aborting during it rejects with the reason, at once, and leaves no timer', async () => {
    const controller = new AbortController();
    const reason = new Error('left');
    const { signal } = controller;
    const answer = ask(createPaySandbox({ latency: 600 }), sandboxTransactions.open, { signal });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('aborting before it rejects with the reason, and leaves no timer', async () => {
    const signal = AbortSignal.abort('left');
    await expect(ask(createPaySandbox({ latency: 600 }), sandboxTransactions.open, { signal })).rejects.toBe('left');
    expect(vi.getTimerCount()).toBe(0);
  });
});
