// @vitest-environment node
import { request as sendRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { proxyCancelPreAuth } from '../../examples/next/app/pay/proxyCancelPreAuth.ts';
import { sessions } from '../../examples/next/app/pay/session.ts';
import { createPayClient, type PayClientOptions } from '../../src/client/createPayClient.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import { servePaySandbox } from '../../src/sandbox/servePaySandbox.ts';
import { reply, replyRaw, startScriptedServer, withScriptedServer, type Body } from '../support/scriptedServer.ts';
import type { RunningServer } from '../support/serveRequests.ts';
import { proxies } from '../support/startProxies.ts';
import { withResolvers } from '../support/withResolvers.ts';
import { failureOf } from './client/failureOf.ts';

const origin = 'https://checkout.test';
const accessToken = 'token-of-the-session';
const transactionId = '0f3b6b6e-5d6f-4f4a-9a55-2b8d7f0d4c11';
const json = { 'Content-Type': 'application/vnd.api+json' };

/** What a browser adds to a request of a page that is signed in. */
const fromPage = { 'Sec-Fetch-Site': 'same-origin', 'Origin': origin, 'Cookie': 'other=1; __Host-session=s1' };

const upstream = withScriptedServer();
let timeout: number;

beforeEach(() => {
  timeout = 5000;
  const startTimeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => startTimeout(timeout));
  sessions.set('s1', { accessToken });
});

afterEach(() => {
  vi.restoreAllMocks();
  sessions.clear();
});

/** What users and apps learn from the failure of a cancellation. */
async function describeFailure(options: PayClientOptions, id = transactionId) {
  const error = await failureOf(createPayClient({ retry: 0, ...options }).cancelPreAuth({ transactionId: id }));
  const { code, status, errors, requestId, retryAfter, retryable } = error;
  return { code, status, errors, requestId, retryAfter, retryable };
}

describe.each(proxies)('%s', (_name, start) => {
  let proxy: RunningServer;

  beforeEach(async () => {
    proxy = await start({ origin, baseUrl: upstream.url });
    return () => proxy.close();
  });

  const proxied = (options: PayClientOptions = {}): PayClientOptions => ({
    baseUrl: `${proxy.url}/pay`,
    headers: fromPage,
    ...options,
  });
  const cancel = (options: PayClientOptions = {}) =>
    createPayClient(proxied({ retry: 0, ...options })).cancelPreAuth({ transactionId });
  const post = (init: RequestInit = {}) =>
    fetch(`${proxy.url}/pay/transactions/${transactionId}/cancel`, { method: 'POST', headers: fromPage, ...init });

  /** Sends the path as it is, which `fetch` would not. */
  const postTo = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(proxy.url);
      sendRequest({ hostname, port, path, method: 'POST', headers: fromPage }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it('cancels with the token of the session', async () => {
    await cancel();
    expect(upstream.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /transactions/${transactionId}/cancel`,
    ]);
    expect(upstream.requests[0]?.header('authorization')).toBe(`Bearer ${accessToken}`);
  });

  it('sends nothing else of the browser’s request than its language', async () => {
    const headers = { ...fromPage, 'Accept-Language': 'de', 'Authorization': 'Bearer other', 'X-Trace': 'x' };
    await post({ headers, body: 'transaction=1' });
    const [request] = upstream.requests;
    expect(request?.body).toBe('');
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      'accept': 'application/vnd.api+json',
      'accept-encoding': expect.any(String),
      'accept-language': 'de',
      'authorization': `Bearer ${accessToken}`,
      'connection': 'keep-alive',
      'content-length': '0',
      'host': new URL(upstream.url).host,
      'sec-fetch-mode': 'cors',
      'user-agent': 'node',
    });
  });

  describe('rejects with the same error as without a proxy', () => {
    it.each([
      'invalid-request',
      'unauthorized',
      'missing-linked-identity',
      'forbidden',
      'insufficient-scope',
      'not-found',
      'timeout',
      'rate-limited',
      'server-error',
      'upstream-error',
      'unexpected-response',
    ] as const)('from the sandbox: %s', async (code) => {
      const [directly, behindProxy] = await Promise.all([servePaySandbox(), servePaySandbox()]);
      const another = await start({ origin, baseUrl: `${behindProxy.url}/pay/2024-4` });
      const id = sandboxTransactions[code];
      const expected = await describeFailure({ baseUrl: `${directly.url}/pay/2024-4`, accessToken }, id);
      expect(expected).toMatchObject({ code, requestId: expect.stringMatching(/^5a4db0c0-/) });
      expect(await describeFailure(proxied({ baseUrl: `${another.url}/pay` }), id)).toEqual(expected);
      await Promise.all([directly.close(), behindProxy.close(), another.close()]);
    });

    it.each([
      200, 201, 202, 205, 206, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 415, 418, 422, 429, 499, 500, 501, 502,
      503, 504, 599,
    ])('for %i, whatever its body', async (status) => {
      const errors = [{ id: 'occurrence-1', code: 'missing-linked-identity', title: 'Some title', detail: 'Détail' }];
      const bodies: [Body, Record<string, string>?][] = [
        ['', { 'Request-Id': 'request-1', 'Retry-After': '7' }],
        [{ errors }, json],
        [{ errors }, { 'Content-Type': 'text/html' }],
        [{ errors: [] }, json],
        ['access requires scope "pay:transactions:cancel"', { 'Content-Type': 'text/plain' }],
        ['<!doctype html><title>Blocked</title>', { 'Content-Type': 'text/html', 'Retry-After': 'soon' }],
        ['{"message": "Forbidden"}', { 'Content-Type': 'application/json', 'Request-Id': '<b>request</b>' }],
      ];
      for (const [body, headers] of bodies) {
        upstream.script(reply(status, body, headers));
        expect(await describeFailure(proxied())).toEqual(await describeFailure({ baseUrl: upstream.url, accessToken }));
      }
    });

    it('when the body is cut off, or too large', async () => {
      const begun = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 500\r\nRequest-Id: r-1\r\n\r\n{"errors": [';
      for (const answer of [replyRaw(begun, 'close'), replyRaw(begun, 'reset'), reply(403, ' '.repeat(1_200_000))]) {
        upstream.script(answer);
        const expected = await describeFailure({ baseUrl: upstream.url, accessToken });
        expect(expected.code).toBe('forbidden');
        expect(await describeFailure(proxied())).toEqual(expected);
      }
    });
  });

  describe('ends in an error that says that the outcome is unknown when PACE Pay', () => {
    const unknown = { code: 'upstream-error', retryable: true, errors: [] };

    it('does not respond', async () => {
      timeout = 100;
      upstream.script(() => {});
      expect(await failureOf(cancel())).toMatchObject({ ...unknown, status: 504 });
    });

    it('resets the connection', async () => {
      upstream.script(({ socket }) => void socket?.resetAndDestroy());
      expect(await failureOf(cancel())).toMatchObject({ ...unknown, status: 502 });
    });

    it('cannot be reached', async () => {
      await upstream.close();
      expect(await failureOf(cancel())).toMatchObject({ ...unknown, status: 502 });
    });

    it('responds with something other than HTTP', async () => {
      upstream.script(replyRaw('Hello\r\n\r\n', 'close'));
      expect(await failureOf(cancel())).toMatchObject({ ...unknown, status: 502 });
    });
  });

  it('reads only the beginning of an endless body', async () => {
    let sent = 0;
    const closed = withResolvers();
    upstream.script((response) => {
      response.writeHead(500, { 'Request-Id': 'r-1' });
      response.on('close', closed.resolve);
      const flood = () => {
        do sent += 65_536;
        while (response.write(Buffer.alloc(65_536, ' ')));
        response.once('drain', flood);
      };
      flood();
    });
    expect(await failureOf(cancel())).toMatchObject({ code: 'server-error', status: 500, requestId: 'r-1' });
    await closed.promise;
    expect(sent).toBeLessThan(32 * 1024 * 1024); // what sockets buffer
  });

  it('lets the status decide when the body never ends', async () => {
    timeout = 200;
    upstream.script(replyRaw('HTTP/1.1 500 Oops\r\nContent-Length: 500\r\nRequest-Id: r-1\r\n\r\n{"errors', 'keep'));
    expect(await failureOf(cancel())).toMatchObject({ code: 'server-error', status: 500, requestId: 'r-1' });
  });

  it.each([300, 301, 302, 303, 304, 307, 308])('does not follow a %i, and sends no token there', async (status) => {
    const elsewhere = await startScriptedServer();
    upstream.script(reply(status, '', { Location: `${elsewhere.url}/transactions/${transactionId}/cancel` }));
    expect(await failureOf(cancel())).toMatchObject({ code: 'upstream-error', status: 502 });
    const { headers } = await post();
    expect(headers.has('Location')).toBe(false);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it.each([200, 302, 401, 403, 500])('never responds with the token, even if a %i contains it', async (status) => {
    const echo = `Authorization: Bearer ${accessToken}`;
    const headers = { 'Request-Id': accessToken, 'Retry-After': accessToken, 'X-Debug': echo, 'Set-Cookie': echo };
    for (const body of [echo, { errors: [{ detail: echo }] }]) {
      upstream.script(reply(status, body, { ...headers, ...json, Location: `/?${accessToken}` }));
      const response = await post();
      expect(`${JSON.stringify([...response.headers])} ${await response.text()}`).not.toContain(accessToken);
      expect(response.status).toBe(status === 302 ? 502 : status);
    }
  });

  it('does not say that a payment is no longer open when it withholds the body', async () => {
    upstream.script(reply(403, `Blocked: Bearer ${accessToken}`));
    expect(await failureOf(cancel())).toMatchObject({ code: 'unexpected-response', status: 403 });
  });

  it.each(['application/vnd.api+json', 'application/json; charset=utf-8'])('marks %s as JSON:API', async (type) => {
    upstream.script(reply(500, { errors: [] }, { 'Content-Type': type }));
    expect((await post()).headers.get('Content-Type')).toBe('application/vnd.api+json');
  });

  it('passes on no cookies, hop-by-hop headers or HTML', async () => {
    upstream.script(
      reply(500, '<script>alert(1)</script>', {
        'Content-Type': 'text/html',
        'Set-Cookie': 'a=b',
        'Keep-Alive': 'timeout=99',
        'Proxy-Authenticate': 'Basic',
        'Access-Control-Allow-Origin': '*',
        'Clear-Site-Data': '"*"',
      }),
    );
    const { headers } = await post();
    const received = Object.fromEntries(headers);
    expect(received).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const others = Object.keys(received).filter(
      (name) => !/^(?:content-type|x-content-type-options|cache-control)$/.test(name),
    );
    expect(
      others.filter((name) => !/^(?:connection|date|keep-alive|transfer-encoding|content-length)$/.test(name)),
    ).toEqual([]);
    expect(received['keep-alive']).not.toBe('timeout=99');
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another site, with the origin of the page', { 'Sec-Fetch-Site': 'cross-site', 'Origin': origin }],
    ['another subdomain', { 'Sec-Fetch-Site': 'same-site', 'Origin': 'https://other.checkout.test' }],
    ['a navigation', { 'Sec-Fetch-Site': 'none' }],
    ['another origin, in an older browser', { Origin: 'https://evil.test' }],
    ['a sandboxed frame, in an older browser', { Origin: 'null' }],
    ['no browser', {}],
  ])('refuses a request from %s', async (_, headers) => {
    const response = await post({ headers: { Cookie: fromPage.Cookie, ...headers } });
    expect(response.status).toBe(403);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(upstream.requests).toEqual([]);
  });

  it('accepts a request from the page in an older browser', async () => {
    expect((await post({ headers: { Cookie: fromPage.Cookie, Origin: origin } })).status).toBe(204);
  });

  it('refuses preflight requests, and every method but POST', async () => {
    for (const method of ['OPTIONS', 'GET', 'HEAD', 'PUT', 'DELETE']) {
      const response = await post({ method });
      expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST']);
    }
    expect(upstream.requests).toEqual([]);
  });

  it.each([
    '..',
    '.',
    '%2e%2e',
    '%2E%2e%2Fadmin',
    'a%2fb',
    'a%5cb',
    'a%3Fb',
    'a%23b',
    'a%00b',
    'a%0d%0ab',
    'a.b',
    'a b',
    'a;b',
    'ä',
    '%',
    'a?b',
    'x'.repeat(129),
    '',
  ])('refuses the ID %j', async (id) => {
    const status = await postTo(`/pay/transactions/${encodeURI(id).replaceAll('%25', '%')}/cancel`);
    expect(status).toBe(400);
    expect(upstream.requests).toEqual([]);
  });

  it.each(['/pay/transactions/a/cancel/', '/pay/transactions/cancel', '/pay', '/', '//', '/\\', '*', 'https://x:y:z/'])(
    'refuses the path %s',
    async (path) => {
      expect(await postTo(path)).toBe(400);
      expect(upstream.requests).toEqual([]);
    },
  );

  it('uses only the path of a request, whatever host it names', async () => {
    await postTo(`//evil.test/transactions/${transactionId}/cancel`);
    await postTo(`https://evil.test/transactions/${transactionId}/cancel`);
    const paths = upstream.requests.map(({ path }) => path);
    expect(paths).toEqual(paths.map(() => `/transactions/${transactionId}/cancel`));
  });

  it('is unauthorized without a session, and sends nothing', async () => {
    sessions.clear();
    expect(await failureOf(cancel())).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(upstream.requests).toEqual([]);
  });

  it('is a server error when the session cannot be read, and does not say why', async () => {
    vi.spyOn(sessions, 'get').mockImplementation(() => {
      throw new Error(`no connection for ${accessToken}`);
    });
    expect(await failureOf(cancel())).toMatchObject({ code: 'server-error', status: 500 });
    expect(await (await post()).text()).toBe('The session cannot be read.');
    expect(upstream.requests).toEqual([]);
  });

  it('aborts the request when the browser no longer waits', async () => {
    const closed = withResolvers();
    upstream.script((response) => void response.on('close', closed.resolve));
    expect(await failureOf(cancel({ timeout: 300 }))).toMatchObject({ code: 'timeout' });
    await closed.promise;
  });
});

it('sends nothing when the browser has gone while the session was read', async () => {
  const page = new AbortController();
  const response = await proxyCancelPreAuth(
    new Request(`${origin}/pay/transactions/${transactionId}/cancel`, {
      method: 'POST',
      headers: fromPage,
      signal: page.signal,
    }),
    {
      origin,
      baseUrl: upstream.url,
      getAccessToken() {
        page.abort();
        return accessToken;
      },
    },
  );
  expect(response.status).toBe(504);
  expect(upstream.requests).toEqual([]);
});

it('sends the token to PACE’s production API by default', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 204 }));
  const request = new Request(`${origin}/pay/transactions/t1/cancel`, { method: 'POST', headers: fromPage });
  expect((await proxyCancelPreAuth(request, { origin, getAccessToken: () => accessToken })).status).toBe(204);
  expect(fetch.mock.calls[0]?.[0]).toBe('https://api.pace.cloud/pay/2024-4/transactions/t1/cancel');
});
