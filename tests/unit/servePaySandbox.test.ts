// @vitest-environment node
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPayClient } from '../../src/client/createPayClient.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import { servePaySandbox, type PaySandboxServer } from '../../src/sandbox/servePaySandbox.ts';

const origin = 'http://localhost:5173';

let server: PaySandboxServer;

beforeEach(async () => {
  server = await servePaySandbox();
});

afterEach(() => server.close());

const cancelUrl = (transactionId: string) => `${server.url}/pay/2024-4/transactions/${transactionId}/cancel`;

function cancel(transactionId: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(cancelUrl(transactionId), {
    method: 'POST',
    headers: { Accept: 'application/vnd.api+json', Authorization: 'Bearer first', ...headers },
  });
}

describe('responds to', () => {
  it.each([
    ['open', 204],
    ['canceled', 204],
    ['invalid-request', 422],
    ['unauthorized', 401],
    ['missing-linked-identity', 401],
    ['forbidden', 403],
    ['insufficient-scope', 403],
    ['not-found', 404],
    ['timeout', 408],
    ['rate-limited', 429],
    ['server-error', 500],
    ['upstream-error', 502],
    ['unexpected-response', 202],
  ] as const)('%s: %i', async (kind, status) => {
    const response = await cancel(sandboxTransactions[kind]);
    expect(response.status).toBe(status);
    expect(response.headers.get('Request-Id')).toMatch(/^5a4db0c0-/);
    expect(Boolean(await response.text())).toBe(status !== 204);
  });

  it('slow: 204, after 3 s', async () => {
    const start = performance.now();
    const response = await cancel(sandboxTransactions.slow);
    expect(response.status).toBe(204);
    expect(performance.now() - start).toBeGreaterThan(2900);
  });

  it('network-error: resets the connection', async () => {
    await expect(cancel(sandboxTransactions['network-error'])).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it('network-error: sends no byte of a response', async () => {
    const { hostname, port } = new URL(server.url);
    const received = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => {
        const { pathname } = new URL(cancelUrl(sandboxTransactions['network-error']));
        socket.write(`POST ${pathname} HTTP/1.1\r\nHost: localhost\r\nAccept: application/vnd.api+json\r\n\r\n`);
      });
      socket.setEncoding('utf8');
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    expect(received).toBe('');
  });

  it('an unknown id: 404', async () => {
    expect((await cancel('5a4db0c0-0000-4000-8000-00000000beef')).status).toBe(404);
  });

  it('another token after the first one was rejected: 204', async () => {
    expect((await cancel(sandboxTransactions.unauthorized)).status).toBe(401);
    expect((await cancel(sandboxTransactions.unauthorized, { Authorization: 'Bearer second' })).status).toBe(204);
  });

  it('a client as PACE Pay does', async () => {
    const client = createPayClient({ baseUrl: `${server.url}/pay/2024-4`, accessToken: 'first' });
    await client.cancelPreAuth({ transactionId: sandboxTransactions.open });
    await expect(client.cancelPreAuth({ transactionId: sandboxTransactions.forbidden })).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
    });
  });
});

describe('CORS', () => {
  it('responds to a preflight request', async () => {
    const response = await fetch(cancelUrl(sandboxTransactions.open), {
      method: 'OPTIONS',
      headers: {
        'Origin': origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'accept-language,authorization',
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'Accept, Accept-Language, Authorization, Content-Type',
      'access-control-max-age': '600',
      'vary': 'Origin',
    });
    expect(response.headers.has('Request-Id')).toBe(false);
  });

  it.each(['open', 'forbidden', 'upstream-error'] as const)('lets a page read the response to %s', async (kind) => {
    const { headers } = await cancel(sandboxTransactions[kind], { Origin: origin });
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
    expect(headers.get('Access-Control-Expose-Headers')).toBe('Request-Id, Retry-After');
    expect(headers.get('Vary')).toBe('Origin');
  });

  it('sends no CORS headers without an Origin', async () => {
    const { headers } = await cancel(sandboxTransactions.open);
    expect(headers.has('Access-Control-Allow-Origin')).toBe(false);
    expect(headers.get('Vary')).toBe('Origin');
  });

  it('rejects OPTIONS requests that are not preflight requests', async () => {
    const response = await fetch(cancelUrl(sandboxTransactions.open), { method: 'OPTIONS' });
    expect(response.status).toBe(405);
  });
});

describe('server', () => {
  it('listens on loopback, on any free port', async () => {
    const another = await servePaySandbox();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(another.url).not.toBe(server.url);
    await another.close();
  });

  it.each(['GET', 'HEAD'])('is ready when %s / responds, which lists the transaction IDs', async (method) => {
    const response = await fetch(`${server.url}/`, { method });
    expect(response.status).toBe(200);
    expect((await response.text()).includes(sandboxTransactions.open)).toBe(method === 'GET');
  });

  it('refuses a request target that is no path', async () => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write('POST * HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    const [received] = await once(socket, 'data');
    socket.destroy();
    expect(String(received)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('rejects if the port is in use', async () => {
    const port = Number(new URL(server.url).port);
    await expect(servePaySandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await cancel(sandboxTransactions.open)).status).toBe(204);
  });

  it('delays responses by its latency', async () => {
    await server.close();
    server = await servePaySandbox({ latency: 200 });
    const start = performance.now();
    await cancel(sandboxTransactions.open);
    expect(performance.now() - start).toBeGreaterThan(190);
  });

  it('closes immediately, even with a request in flight', async () => {
    const response = cancel(sandboxTransactions.slow);
    response.catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.close();
    await expect(response).rejects.toThrow('fetch failed');
    await expect(cancel(sandboxTransactions.open)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    server = await servePaySandbox();
  });
});
