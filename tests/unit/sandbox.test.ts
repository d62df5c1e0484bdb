// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../src/client/createPayClient.ts';
import { isPayError } from '../../src/client/PayError.ts';
import { createPaySandbox, sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';

const accept = { Accept: 'application/vnd.api+json' };
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const urlOf = (transactionId: string) => `https://pay.example/pay/2024-4/transactions/${transactionId}/cancel`;

/** Sends the request that the API's documentation describes. */
function request(sandbox: ReturnType<typeof createPaySandbox>, transactionId: string, init: RequestInit = {}) {
  return sandbox.fetch(urlOf(transactionId), { method: 'POST', headers: accept, ...init });
}

/** The outcome for a client: an error code, or "canceled". */
async function getOutcome(options: PayClientOptions, transactionId: string): Promise<string> {
  try {
    await createPayClient(options).cancelPreAuth({ transactionId });
    return 'canceled';
  } catch (error) {
    return isPayError(error) ? error.code : String(error);
  }
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('each test id gets the response it is named after', () => {
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
    const response = await request(createPaySandbox(), sandboxTransactions[id]);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe(contentType);
    expect(response.headers.get('Retry-After')).toBe(id === 'rate-limited' ? '5' : null);
    const text = await response.text();
    expect(text === '').toBe(status === 204);
  });

  it.each(documented.filter(([, , contentType]) => contentType?.includes('json')))(
    '%s: %i in JSON:API, with the request id',
    async (id, status) => {
      const response = await request(createPaySandbox(), sandboxTransactions[id]);
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
    const response = request(createPaySandbox(), sandboxTransactions['network-error']);
    await expect(response).rejects.toThrow(new TypeError('Failed to fetch'));
  });

  it.each(Object.entries(sandboxTransactions).filter(([name]) => !['open', 'canceled', 'slow'].includes(name)))(
    'a client throws %s',
    async (code, id) => {
      expect(await getOutcome({ fetch: createPaySandbox().fetch }, id)).toBe(code);
    },
  );

  it('test ids look like UUIDs and are unique', () => {
    const ids = Object.values(sandboxTransactions);
    for (const id of ids) expect(id).toMatch(uuid);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('state', () => {
  it('an open payment can be canceled again and again', async () => {
    const sandbox = createPaySandbox();
    for (let time = 0; time < 3; time++) expect((await request(sandbox, sandboxTransactions.open)).status).toBe(204);
  });

  it('is not shared between sandboxes', async () => {
    const [first, second] = [createPaySandbox(), createPaySandbox()];
    const headers = { ...accept, Authorization: 'Bearer first' };
    const other = { ...accept, Authorization: 'Bearer other' };
    expect((await request(first, sandboxTransactions.unauthorized, { headers })).status).toBe(401);
    expect((await request(second, sandboxTransactions.unauthorized, { headers: other })).status).toBe(401);
    expect((await request(first, sandboxTransactions.unauthorized, { headers: other })).status).toBe(204);
    expect((await request(second, sandboxTransactions.unauthorized, { headers })).status).toBe(204);
  });

  it('gives each request its own id, which looks like a UUID', async () => {
    const sandbox = createPaySandbox();
    const ids = new Set<string | null>();
    for (let time = 0; time < 3; time++) {
      ids.add((await request(sandbox, sandboxTransactions.forbidden)).headers.get('Request-Id'));
    }
    expect(ids.size).toBe(3);
    for (const id of ids) expect(id).toMatch(uuid);
  });
});

describe.each(['unauthorized', 'missing-linked-identity'] as const)('%s', (kind) => {
  const id = sandboxTransactions[kind];
  const withToken = (token?: string) => ({
    headers: { ...accept, ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
  });

  it('rejects the first token each time, and accepts another one', async () => {
    const sandbox = createPaySandbox();
    expect((await request(sandbox, id, withToken('first'))).status).toBe(401);
    expect((await request(sandbox, id, withToken('first'))).status).toBe(401);
    expect((await request(sandbox, id, withToken('second'))).status).toBe(204);
    expect((await request(sandbox, id, withToken('first'))).status).toBe(401);
  });

  it('rejects a missing token each time', async () => {
    const sandbox = createPaySandbox();
    await request(sandbox, id, withToken('first'));
    expect((await request(sandbox, id, withToken())).status).toBe(401);
    expect((await request(sandbox, id, withToken())).status).toBe(401);
    expect((await request(sandbox, id, withToken('second'))).status).toBe(204);
    expect((await request(sandbox, id, withToken())).status).toBe(401);
  });

  it('rejects a missing token before the first token', async () => {
    const sandbox = createPaySandbox();
    expect((await request(sandbox, id)).status).toBe(401);
    expect((await request(sandbox, id)).status).toBe(401);
    expect((await request(sandbox, id, withToken('first'))).status).toBe(401);
  });

  it('ignores the tokens of other transactions', async () => {
    const sandbox = createPaySandbox();
    await request(sandbox, sandboxTransactions.open, withToken('first'));
    expect((await request(sandbox, id, withToken('first'))).status).toBe(401);
  });
});

it('refreshing the token fixes unauthorized, but not missing-linked-identity', async () => {
  const { fetch } = createPaySandbox();
  const accessToken = ({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? 'second' : 'first');
  expect(await getOutcome({ fetch, accessToken }, sandboxTransactions.unauthorized)).toBe('canceled');
  expect(await getOutcome({ fetch, accessToken }, sandboxTransactions['missing-linked-identity'])).toBe(
    'missing-linked-identity',
  );
  const linked = { fetch, accessToken: 'after linking' };
  expect(await getOutcome(linked, sandboxTransactions['missing-linked-identity'])).toBe('canceled');
});

describe('rejects, like the API,', () => {
  it.each([
    ['an unknown id', '5a4db0c0-0000-4000-8000-00000000beef'],
    ['an id that is not a UUID', 'toString'],
    ['the name of a test id', 'open'],
  ])('%s: 404', async (_, id) => {
    expect((await request(createPaySandbox(), id)).status).toBe(404);
  });

  it.each([
    ['another path', 'https://pay.example/pay/2024-4/transactions'],
    ['a longer path', `${urlOf(sandboxTransactions.open)}/again`],
    ['the path without a version', `https://pay.example/transactions/${sandboxTransactions.open}`],
  ])('%s: 404', async (_, url) => {
    const response = await createPaySandbox().fetch(url, { method: 'POST', headers: accept });
    expect(response.status).toBe(404);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s: 405', async (method) => {
    expect((await request(createPaySandbox(), sandboxTransactions.open, { method })).status).toBe(405);
  });

  it.each([undefined, '*/*', 'application/json', 'application/vnd.api+json, */*', 'application/vnd.api+json;q=1'])(
    'Accept %s: 406',
    async (value) => {
      const headers: HeadersInit = value === undefined ? {} : { Accept: value };
      expect((await request(createPaySandbox(), sandboxTransactions.open, { headers })).status).toBe(406);
    },
  );

  it('another Content-Type: 415', async () => {
    const headers = { ...accept, 'Content-Type': 'application/json' };
    expect((await request(createPaySandbox(), sandboxTransactions.open, { headers })).status).toBe(415);
    expect((await request(createPaySandbox(), sandboxTransactions.open, { body: '{}' })).status).toBe(415);
  });

  it('but not the Content-Type of JSON:API', async () => {
    const headers = { ...accept, 'Content-Type': 'application/vnd.api+json' };
    expect((await request(createPaySandbox(), sandboxTransactions.open, { headers, body: '{}' })).status).toBe(204);
  });
});

describe('fetch', () => {
  it('works without its object', async () => {
    const { fetch } = createPaySandbox();
    expect(await getOutcome({ fetch }, sandboxTransactions.open)).toBe('canceled');
  });

  it.each([
    ['a string', (url: string) => url],
    ['a URL', (url: string) => new URL(url)],
  ])('accepts %s', async (_, from) => {
    const response = await createPaySandbox().fetch(from(urlOf(sandboxTransactions.forbidden)), {
      method: 'POST',
      headers: accept,
    });
    expect(response.status).toBe(403);
  });

  it('accepts a Request', async () => {
    const input = new Request(urlOf(sandboxTransactions.forbidden), { method: 'POST', headers: accept });
    expect((await createPaySandbox().fetch(input)).status).toBe(403);
  });

  it.each(['https://pay.example', 'http://localhost:3000/pay', 'https://api.pace.cloud/pay/2025-1/'])(
    'works with any base URL: %s',
    async (baseUrl) => {
      expect(await getOutcome({ fetch: createPaySandbox().fetch, baseUrl }, sandboxTransactions.open)).toBe('canceled');
    },
  );

  it.each(['open', 'forbidden', 'not-found'] as const)('returns a new response each time for %s', async (id) => {
    const sandbox = createPaySandbox();
    const [first, second] = await Promise.all([
      request(sandbox, sandboxTransactions[id]),
      request(sandbox, sandboxTransactions[id]),
    ]);
    await first.text();
    expect(second.bodyUsed).toBe(false);
  });
});

describe('latency', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  async function measure(response: Promise<unknown>): Promise<number> {
    const start = Date.now();
    const ended = response.catch(() => {}).then(() => Date.now() - start);
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
  ] as const)('%s with %s ms responds after %i ms', async (id, latency, time) => {
    const sandbox = createPaySandbox(latency === undefined ? {} : { latency });
    expect(await measure(request(sandbox, sandboxTransactions[id]))).toBe(time);
  });

  it('0 needs no timer', async () => {
    expect((await request(createPaySandbox(), sandboxTransactions.open)).status).toBe(204);
  });

  it('a slow payment is canceled eventually', async () => {
    const response = request(createPaySandbox(), sandboxTransactions.slow);
    await vi.runAllTimersAsync();
    expect((await response).status).toBe(204);
  });

  it('aborting while it waits rejects immediately with the reason, and clears the timer', async () => {
    const controller = new AbortController();
    const reason = new Error('left');
    const { signal } = controller;
    const response = request(createPaySandbox({ latency: 600 }), sandboxTransactions.open, { signal });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort(reason);
    await expect(response).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('aborting before it waits rejects with the reason, and sets no timer', async () => {
    const signal = AbortSignal.abort('left');
    await expect(request(createPaySandbox({ latency: 600 }), sandboxTransactions.open, { signal })).rejects.toBe(
      'left',
    );
    expect(vi.getTimerCount()).toBe(0);
  });
});

it.each(['Request', 'Response'])('tells developers that %s is missing, as in Jest’s jsdom', (name) => {
  vi.stubGlobal(name, undefined);
  Reflect.deleteProperty(globalThis, name);
  expect(() => createPaySandbox()).toThrow(
    new TypeError(`createPaySandbox needs the global \`${name}\`, which is missing here (Jest: use jest-fixed-jsdom).`),
  );
});
