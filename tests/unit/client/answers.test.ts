// @vitest-environment node
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import type { PayErrorCode } from '../../../src/client/PayError.ts';
import { reply, replyRaw, startScriptedServer, withScriptedServer, type Answer } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';

const server = withScriptedServer();

function cancel(options: PayClientOptions = {}): Promise<void> {
  return createPayClient({ baseUrl: server.url, retry: 0, ...options }).cancelPreAuth({ transactionId: 'tx' });
}

const apiError = { id: 'occurrence-1', status: '499', code: 'some-code', title: 'Some title', detail: 'Some detail' };
const html = '<!doctype html><title>Not here</title><p>{"errors": [{"id": "no"}]}';
const json = { 'Content-Type': 'application/vnd.api+json' };

/** What a body says that the API has not written. */
const foreign: [name: string, body: string][] = [
  ['HTML', html],
  ['plain text', 'RBAC: access denied'],
  ['a message of a gateway', '{"message": "Forbidden"}'],
  ['JSON without errors', '{}'],
  ['errors that are no list', '{"errors": {"id": "x"}}'],
  ['JSON that is no JSON:API', '[{"errors": [{"code": "missing-linked-identity"}]}]'],
  ['broken JSON', '{"errors": [{"id": "occurrence-1"}]'],
];

const answers: [status: number, code: PayErrorCode, retryable: boolean][] = [
  [200, 'unexpected-response', false],
  [201, 'unexpected-response', false],
  [202, 'unexpected-response', false],
  [206, 'unexpected-response', false],
  [300, 'unexpected-response', false],
  [400, 'invalid-request', false],
  [401, 'unauthorized', false],
  [402, 'unexpected-response', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [405, 'unexpected-response', false],
  [406, 'invalid-request', false],
  [408, 'timeout', true],
  [409, 'unexpected-response', false],
  [410, 'unexpected-response', false],
  [415, 'invalid-request', false],
  [418, 'unexpected-response', false],
  [422, 'invalid-request', false],
  [429, 'rate-limited', true],
  [499, 'unexpected-response', false],
  [500, 'server-error', true],
  [501, 'server-error', true],
  [502, 'upstream-error', true],
  [503, 'server-error', true],
  [504, 'upstream-error', true],
  [599, 'server-error', true],
  [600, 'unexpected-response', false],
];

it('204 is a success', async () => {
  await expect(cancel()).resolves.toBeUndefined();
});

it('204 is a success whatever its headers say', async () => {
  server.script(reply(204, '', { 'Content-Type': 'text/html', 'Request-Id': 'r-1', 'Retry-After': '5' }));
  await expect(cancel()).resolves.toBeUndefined();
});

describe.each(answers)('%i is %s', (status, code, retryable) => {
  it('with what the API said', async () => {
    server.script(reply(status, { errors: [apiError] }, { ...json, 'Request-Id': 'request-1' }));
    const error = await failureOf(cancel());
    expect(error).toMatchObject({ name: 'PayError', code, status, retryable, requestId: 'request-1' });
    expect(error.errors).toEqual([apiError]);
    expect(error.retryAfter).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it('with JSON:API that calls itself HTML, and the first error’s id for want of the header', async () => {
    server.script(reply(status, { errors: [apiError] }, { 'Content-Type': 'text/html' }));
    const error = await failureOf(cancel());
    expect(error).toMatchObject({ code, status, retryable, requestId: apiError.id });
    expect(error.errors).toEqual([apiError]);
  });

  it.each([['no body', ''], ['a blank body', ' \r\n'], ['no errors', '{"errors": []}'], ...foreign])(
    'with %s',
    async (_, body) => {
      server.script(reply(status, body, json));
      const error = await failureOf(cancel());
      // Only the API knows whether the transaction is open: a 403 or 404 of anybody else says nothing about it.
      const isForeign = /^40[34]$/.test(String(status)) && foreign.some(([, text]) => text === body);
      expect(error).toMatchObject(
        isForeign ? { code: 'unexpected-response', status, retryable: false } : { code, status, retryable },
      );
      expect(error.errors).toEqual([]);
      expect(error.requestId).toBeUndefined();
      expect(error.cause).toBeUndefined();
    },
  );
});

it('205 confirms nothing', async () => {
  server.script(reply(205));
  expect(await failureOf(cancel())).toMatchObject({ code: 'unexpected-response', status: 205, errors: [] });
});

describe.each<[string, PayErrorCode, PayClientOptions]>([
  ['with an accessToken is no confirmation', 'unexpected-response', { accessToken: 'token' }],
  ['with an accessToken function is no confirmation', 'unexpected-response', { accessToken: () => 'token' }],
  ['without an accessToken means that the proxy wants a log-in', 'unauthorized', {}],
])('a redirect %s', (_, code, options) => {
  it.each([301, 302, 303, 307, 308])('and is not followed (%i)', async (status) => {
    const target = await startScriptedServer();
    server.script(reply(status, '', { Location: `${target.url}/transactions/tx/cancel` }));
    expect(await failureOf(cancel(options))).toMatchObject({ code, status, retryable: false });
    expect(server.requests).toHaveLength(1);
    expect(target.requests).toEqual([]);
    await target.close();
  });

  it('has no status if it is opaque, as in browsers', async () => {
    const opaque = Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } });
    expect(opaque.status).toBe(0);
    const fetch = vi.fn(async () => opaque);
    const error = await failureOf(cancel({ ...options, fetch }));
    expect(error).toMatchObject({ code, status: undefined, errors: [], retryable: false });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([300, 304, 305, 306, 309, 399])('is not what %i is', async (status) => {
    const fetch = async () => Object.defineProperties(new Response(null), { status: { value: status } });
    expect(await failureOf(cancel({ ...options, fetch }))).toMatchObject({ code: 'unexpected-response', status });
  });
});

describe.each<[string, PayClientOptions]>([
  ['with', { accessToken: () => 'token' }],
  ['without', {}],
])('%s an accessToken, an answer of a fetch that has followed a redirect', (_, options) => {
  it.each([200, 204, 302, 401, 403, 404, 503])('is an unexpected-response: %i', async (status) => {
    const fetch = vi.fn(async () =>
      Object.defineProperty(new Response(null, { status }), 'redirected', { value: true }),
    );
    const error = await failureOf(cancel({ ...options, fetch, retry: 2 }));
    expect(error).toMatchObject({ code: 'unexpected-response', status, retryable: false });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('401', () => {
  it.each([
    ['missing-linked-identity', [{ code: 'missing-linked-identity' }]],
    ['missing-linked-identity', [{ code: 'other' }, { code: 'missing-linked-identity', status: '401' }]],
    ['unauthorized', [{ title: 'missing-linked-identity' }]],
    ['unauthorized', [{ code: ['missing-linked-identity'] }]],
  ])('is %s with %j', async (code, errors) => {
    server.script(reply(401, { errors }));
    expect(await failureOf(cancel())).toMatchObject({ code, status: 401, retryable: false });
  });
});

it.each([
  [400, 'invalid-request'],
  [403, 'forbidden'],
  [500, 'server-error'],
])('missing-linked-identity is for a 401: with %i it is %s', async (status, code) => {
  server.script(reply(status, { errors: [{ code: 'missing-linked-identity' }] }));
  expect(await failureOf(cancel())).toMatchObject({ code, status });
});

describe('403', () => {
  it.each([
    ['insufficient-scope', 'access requires scope "pay:transactions:cancel"'],
    ['insufficient-scope', '<h1>Forbidden</h1> This Requires Scope pay'],
    ['insufficient-scope', '{"errors": [], "message": "requires scope pay"}'],
    ['insufficient-scope', '{"errors": [{"detail": "access requires scope \\"pay:transactions:cancel\\""}]}'],
    ['insufficient-scope', '{"errors": [{"title": "Requires scope pay:transactions:cancel"}]}'],
    ['insufficient-scope', '{"errors": [{"id": "a"}, {"detail": "requires\\u0020scope"}]}'],
    ['forbidden', '{"errors": [{"title": "scope", "detail": "requires"}]}'],
    ['unexpected-response', 'RBAC: access denied'],
  ])('is %s with %s', async (code, body) => {
    server.script(reply(403, body, { 'Content-Type': 'text/plain' }));
    expect(await failureOf(cancel())).toMatchObject({ code, status: 403, retryable: false });
  });

  it('only: another status is not made insufficient-scope by its text', async () => {
    server.script(reply(500, 'requires scope'), reply(404, '{"errors": [{"detail": "requires scope"}]}'));
    expect(await failureOf(cancel())).toMatchObject({ code: 'server-error' });
    expect(await failureOf(cancel())).toMatchObject({ code: 'not-found' });
  });
});

describe('no response is network-error', () => {
  it('when the connection is refused', async () => {
    await server.close();
    expect(await failureOf(cancel())).toMatchObject({
      code: 'network-error',
      status: undefined,
      errors: [],
      requestId: undefined,
      retryAfter: undefined,
      retryable: true,
    });
  });

  it.each([
    ['reset before an answer', ''],
    ['reset in the middle of the status line', 'HTTP/1.1 204 No Co'],
    ['reset in the middle of the headers', 'HTTP/1.1 204 No Content\r\nRequest-'],
    ['answered with something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
  ])('when the connection is %s, and nothing is sent again', async (_, text) => {
    server.script(replyRaw(text, 'reset'));
    const error = await failureOf(cancel());
    expect(error).toMatchObject({ code: 'network-error', status: undefined, errors: [], retryable: true });
    expect(error.cause).toBeUndefined();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'throws',
      () => {
        throw new TypeError('Failed to fetch');
      },
    ],
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what code of others does
    ['rejects with nothing', () => Promise.reject()],
  ])('when the injected fetch %s', async (_, fetch) => {
    expect(await failureOf(cancel({ fetch }))).toMatchObject({ code: 'network-error', status: undefined });
  });
});

describe('once there is a status line it decides', () => {
  const head = (status: number, headers: string) => `HTTP/1.1 ${status} Some Reason\r\n${headers}\r\n\r\n`;
  const begun = '{"errors": [{"id": "occurrence-1"';

  describe.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'server-error'],
    [200, 'unexpected-response'],
  ] as const)('%i is %s', (status, code) => {
    it.each<[string, Answer]>([
      ['is cut off by a close', replyRaw([head(status, 'Content-Length: 500'), begun], 'close')],
      ['is cut off by a reset', replyRaw([head(status, 'Content-Length: 500'), begun], 'reset')],
      ['is cut off in the packet of the headers', replyRaw(head(status, 'Content-Length: 500') + begun, 'close')],
      ['is not gzipped though it says so', reply(status, '{"errors": [{}]}', { 'Content-Encoding': 'gzip' })],
      ['is badly chunked', replyRaw([head(status, 'Transfer-Encoding: chunked'), 'zz\r\n{"errors"'], 'keep')],
      [
        'is badly chunked in the packet of the headers',
        replyRaw(`${head(status, 'Transfer-Encoding: chunked')}zz\r\n{"errors"`, 'keep'),
      ],
    ])('when the body %s', async (_, answer) => {
      server.script(answer);
      const error = await failureOf(cancel());
      expect(error).toMatchObject({ code, status });
      expect(error.errors).toEqual([]);
    });

    it.each([
      ['JSON', reply(status, '{"errors": [{"id": "occurrence-1"}]')],
      ['UTF-8', reply(status, Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0x80]))],
    ])('when the body is invalid %s, which can be read, but is not the API’s', async (_, answer) => {
      server.script(answer);
      const isAboutTransaction = status === 403 || status === 404;
      const error = await failureOf(cancel());
      expect(error).toMatchObject({ code: isAboutTransaction ? 'unexpected-response' : code, status });
      expect(error.errors).toEqual([]);
    });

    it('when the body never ends, once the time is up', async () => {
      server.script(replyRaw([head(status, 'Request-Id: r-1\r\nContent-Length: 500'), begun], 'keep'));
      const start = performance.now();
      const error = await failureOf(cancel({ timeout: 400 }));
      expect(error).toMatchObject({ code, status, requestId: 'r-1' });
      expect(error.errors).toEqual([]);
      expect(performance.now() - start).toBeGreaterThan(390);
    });

    it('when the body trickles on for ever', async () => {
      server.script((response) => {
        response.writeHead(status);
        const trickle = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(trickle));
      });
      expect(await failureOf(cancel({ timeout: 400 }))).toMatchObject({ code, status, errors: [] });
    });

    it('when the body is endlessly big, of which little is read', async () => {
      let sent = 0;
      let closed = false;
      server.script((response) => {
        response.writeHead(status);
        response.on('close', () => {
          closed = true;
        });
        const flood = () => {
          do sent += 65_536;
          while (response.write(Buffer.alloc(65_536, ' ')));
          response.once('drain', flood);
        };
        flood();
      });
      const error = await failureOf(cancel({ timeout: Infinity }));
      expect(error).toMatchObject({ code, status, errors: [] });
      await expect.poll(() => closed).toBe(true);
      expect(sent).toBeLessThan(32 * 1024 * 1024); // what sockets buffer, not what the answer could have been
    });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('cannot be canceled'))],
    ['never ends', () => new Promise<void>(() => {})],
  ])('an endless body is left alone also where canceling it %s', async (_, cancelBody) => {
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: cancelBody,
    });
    const error = await failureOf(cancel({ fetch: async () => new Response(body, { status: 403 }) }));
    expect(error).toMatchObject({ code: 'forbidden', status: 403, errors: [] });
  });

  it('a body that never ends counts as none, also where aborting does not end it', async () => {
    const response = new Response(new ReadableStream(), { status: 403, headers: { 'Request-Id': 'r-1' } });
    const error = await failureOf(cancel({ fetch: async () => response, timeout: 50 }));
    expect(error).toMatchObject({ code: 'forbidden', status: 403, requestId: 'r-1', errors: [] });
  });

  it('a body that somebody else has read tells nothing', async () => {
    const read = new Response('requires scope', { status: 403 });
    await read.text();
    expect(await failureOf(cancel({ fetch: async () => read }))).toMatchObject({ code: 'forbidden', errors: [] });
  });

  it('a body that arrives late, but in time, is read', async () => {
    server.script((response) => {
      response.writeHead(401).write('{"errors": [{"code": "missing-');
      setTimeout(() => response.end('linked-identity"}]}'), 80);
    });
    expect(await failureOf(cancel({ accessToken: 'token' }))).toMatchObject({ code: 'missing-linked-identity' });
  });
});

describe('a body is read', () => {
  it('when it is compressed', async () => {
    server.script(reply(403, gzipSync(JSON.stringify({ errors: [apiError] })), { 'Content-Encoding': 'gzip' }));
    expect((await failureOf(cancel())).errors).toEqual([apiError]);
  });

  it('when it begins with a byte order mark', async () => {
    server.script(reply(403, `\u{feff}${JSON.stringify({ errors: [apiError] })}`));
    expect((await failureOf(cancel())).errors).toEqual([apiError]);
  });

  it('when a character is split between two chunks', async () => {
    const detail = 'Überfällig 🚗';
    const bytes = Buffer.from(JSON.stringify({ errors: [{ detail }] }));
    const middle = bytes.indexOf(Buffer.from('🚗')) + 2;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(bytes.subarray(0, middle)));
        controller.enqueue(new Uint8Array(bytes.subarray(middle)));
        controller.close();
      },
    });
    const error = await failureOf(cancel({ fetch: async () => new Response(body, { status: 403 }) }));
    expect(error.errors).toEqual([{ detail }]);
  });

  it('when the platform has no body stream, as in React Native', async () => {
    const response = new Response(JSON.stringify({ errors: [apiError] }), { status: 403 });
    Object.defineProperty(response, 'body', { value: undefined });
    expect((await failureOf(cancel({ fetch: async () => response }))).errors).toEqual([apiError]);
  });

  it('up to 64 Ki characters', async () => {
    const body = (size: number) => JSON.stringify({ errors: [{ id: 'x' }] }).padEnd(size);
    server.script(reply(403, body(65_536)), reply(403, body(65_537)));
    expect((await failureOf(cancel())).errors).toEqual([{ id: 'x' }]);
    expect(await failureOf(cancel())).toMatchObject({ code: 'forbidden', errors: [] });
  });

  it('to see that it is not the API’s, however large it is', async () => {
    server.script(reply(403, '<style>p{}</style>'.padEnd(65_537)), reply(403, ' {"errors": []}'.padEnd(65_537)));
    expect(await failureOf(cancel())).toMatchObject({ code: 'unexpected-response' });
    expect(await failureOf(cancel())).toMatchObject({ code: 'forbidden' });
  });
});
