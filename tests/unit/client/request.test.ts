// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type HeadersLike, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { isPayError } from '../../../src/client/PayError.ts';
import { payEnvironments } from '../../../src/client/resolveBaseUrl.ts';
import { reply, withScriptedServer, type ReceivedRequest } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const server = withScriptedServer();

const transactionId = '0f3b6b6e-5d6f-4f4a-9a55-2b8d7f0d4c11';

function cancel(options: PayClientOptions = {}): Promise<void> {
  return createPayClient({ baseUrl: server.url, ...options }).cancelPreAuth({ transactionId });
}

async function sentWith(options: PayClientOptions): Promise<ReceivedRequest> {
  await cancel(options);
  const [request, ...others] = server.requests;
  expect(others).toEqual([]);
  if (!request) throw new Error('Nothing was sent.');
  return request;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('on the wire', () => {
  it('is a POST to the transaction’s cancel, without a body', async () => {
    const request = await sentWith({ baseUrl: `${server.url}/pay/2024-4` });
    expect(request.method).toBe('POST');
    expect(request.path).toBe(`/pay/2024-4/transactions/${transactionId}/cancel`);
    expect(request.body).toBe('');
    expect(request.header('content-length') ?? '0').toBe('0');
    expect(request.header('transfer-encoding')).toBeUndefined();
  });

  it('accepts exactly JSON:API, has no content type, and no authorization without a token', async () => {
    const request = await sentWith({});
    expect(request.header('accept')).toBe('application/vnd.api+json');
    expect(request.header('content-type')).toBeUndefined();
    expect(request.header('authorization')).toBeUndefined();
  });

  it.each([
    ['a string', 'token-1'],
    ['a function', () => 'token-1'],
    ['an async function', async () => 'token-1'],
    ['with white space around it', ' token-1\n'],
  ])('carries the token, %s', async (_, accessToken) => {
    const request = await sentWith({ accessToken });
    expect(request.header('authorization')).toMatch(/^Bearer {1,2}token-1$/);
  });

  it('asks for the token without forcing a refresh', async () => {
    const accessToken = vi.fn(() => 'token-1');
    await sentWith({ accessToken });
    expect(accessToken.mock.calls).toEqual([[{ forceRefresh: false }]]);
  });
});

describe('headers', () => {
  const passed = { 'accept-language': 'de', 'x-trace': 'abc' };

  it.each<[string, HeadersLike | (() => HeadersLike)]>([
    ['an object', { 'Accept-Language': 'de', 'X-Trace': 'abc' }],
    [
      'pairs',
      [
        ['Accept-Language', 'de'],
        ['X-Trace', 'abc'],
      ],
    ],
    ['a Map', new Map(Object.entries(passed))],
    ['Headers', new Headers(passed)],
    ['a function', () => passed],
  ])('are sent along from %s', async (_, headers) => {
    const request = await sentWith({ headers });
    expect(Object.fromEntries(request.headers)).toMatchObject(passed);
  });

  it('cannot change what the operation needs, in whatever case they are written', async () => {
    const request = await sentWith({
      accessToken: 'token-1',
      headers: {
        'ACCEPT': 'text/html',
        'authorization': 'Basic other',
        'content-Type': 'application/json',
        'X-Trace': 'abc',
      },
    });
    expect(request.header('accept')).toBe('application/vnd.api+json');
    expect(request.header('authorization')).toBe('Bearer token-1');
    expect(request.header('content-type')).toBeUndefined();
    expect(request.header('x-trace')).toBe('abc');
  });

  it('cannot authorize a client without a token', async () => {
    const request = await sentWith({ headers: { Authorization: 'Basic other' } });
    expect(request.header('authorization')).toBeUndefined();
  });

  it('from a function are asked for at each call', async () => {
    let language = 'de';
    const client = createPayClient({ baseUrl: server.url, headers: () => ({ 'Accept-Language': language }) });
    await client.cancelPreAuth({ transactionId });
    language = 'fr';
    await client.cancelPreAuth({ transactionId });
    expect(server.requests.map((request) => request.header('accept-language'))).toEqual(['de', 'fr']);
  });

  it('that can be read only once are sent again with a retry', async () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0);
    server.script(reply(500), reply(204));
    await cancel({ headers: new Map([['X-Trace', 'abc']]).entries() });
    expect(server.requests.map((request) => request.header('x-trace'))).toEqual(['abc', 'abc']);
  });

  it('given as an object are left as they were', async () => {
    const headers = new Headers({ 'Content-Type': 'text/plain', 'X-Trace': 'abc' });
    await sentWith({ headers });
    expect([...headers]).toEqual([
      ['content-type', 'text/plain'],
      ['x-trace', 'abc'],
    ]);
  });

  it.each<[string, HeadersLike | (() => HeadersLike)]>([
    ['a name that is none', { 'X Trace': 'abc' }],
    ['a value with a line break', { 'X-Trace': 'abc\r\nX-Other: d' }],
    ['a value that no header can hold', { 'X-Trace': '日本' }],
    ['a pair of three', [untyped(['a', 'b', 'c'])]],
    [
      'a function that throws',
      () => {
        throw new Error('no headers today');
      },
    ],
  ])('with %s are an invalid-request, and nothing is sent', async (_, headers) => {
    const error = await failureOf(cancel({ headers }));
    expect(error).toMatchObject({ code: 'invalid-request', status: undefined, retryable: false });
    expect(error.message).toContain('nothing was sent');
    expect(server.requests).toEqual([]);
  });
});

describe('fetch', () => {
  const confirm = () => vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }));

  it('is asked not to follow redirects, and not for keepalive', async () => {
    const fetch = confirm();
    await cancel({ fetch });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(`${server.url}/transactions/${transactionId}/cancel`);
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(init).not.toHaveProperty('keepalive');
    expect(init).not.toHaveProperty('body');
    expect(init?.signal?.aborted).toBe(false);
  });

  it('is called without a this, as browsers demand it', async () => {
    const fetch = confirm();
    await cancel({ fetch });
    expect(fetch.mock.contexts).toEqual([undefined]);
  });

  it('is the global one at the time of the call', async () => {
    const client = createPayClient({ baseUrl: server.url });
    const fetch = confirm();
    vi.stubGlobal('fetch', fetch);
    await client.cancelPreAuth({ transactionId });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.contexts).toEqual([undefined]);
    expect(server.requests).toEqual([]);
  });

  it('gets the production API if there is no base URL', async () => {
    const fetch = confirm();
    await createPayClient({ fetch }).cancelPreAuth({ transactionId });
    expect(fetch.mock.calls[0]?.[0]).toBe(`https://api.pace.cloud/pay/2024-4/transactions/${transactionId}/cancel`);
    expect(payEnvironments).toEqual({
      production: 'https://api.pace.cloud/pay/2024-4',
      sandbox: 'https://api.sandbox.pace.cloud/pay/2024-4',
      development: 'https://api.dev.pace.cloud/pay/2024-4',
    });
  });
});

describe('without a usable token nothing is sent', () => {
  it.each<[string, NonNullable<PayClientOptions['accessToken']>]>([
    [
      'throws',
      () => {
        throw new Error('signed out');
      },
    ],
    ['rejects', () => Promise.reject(new Error('signed out'))],
    ['gives an empty string', () => ''],
    ['gives white space', async () => ' \t\n'],
    ['gives nothing', () => untyped(undefined)],
    ['gives null', () => untyped(null)],
    ['gives a number', () => untyped(7)],
    ['gives an object', () => untyped({ token: 'x' })],
    ['gives a Symbol', () => untyped(Symbol('token'))],
    ['gives a line break inside', () => 'tok\nen'],
    ['gives what no header can hold', () => '日本'],
    ['is an empty string', ''],
    ['is null', untyped(null)],
    ['is a line break inside', 'tok\r\nX-Other: en'],
  ])('accessToken %s: unauthorized', async (_, accessToken) => {
    const error = await failureOf(cancel({ accessToken }));
    expect(error).toMatchObject({
      code: 'unauthorized',
      status: undefined,
      errors: [],
      requestId: undefined,
      retryAfter: undefined,
      retryable: false,
    });
    expect(error.cause).toBeUndefined();
    expect(error.message).toContain('nothing was sent');
    expect(server.requests).toEqual([]);
  });
});

it.each(['fetch', 1, {}])('%j is refused as `fetch` when the client is made', (fetch) => {
  expect(() => createPayClient({ fetch: untyped(fetch) })).toThrow('createPayClient needs a function as `fetch`.');
});

it.each([undefined, null, 'ok', { status: 403 }])(
  'a `fetch` that gives %j, which is no response, confirms nothing',
  async (answer) => {
    const client = createPayClient({ fetch: () => Promise.resolve(untyped(answer)) });
    expect(await failureOf(client.cancelPreAuth({ transactionId }))).toMatchObject({ code: 'unexpected-response' });
  },
);

describe('a developer’s mistake is a TypeError when the client is made', () => {
  it.each([
    ['a URL', 'https://api.pace.cloud/pay/2024-4'],
    ['a function', () => 'token'],
    ['null', null],
    ['a number', 7],
    ['true', true],
  ])('options that are %s', (_, options) => {
    expect(() => createPayClient(untyped(options))).toThrow(TypeError);
    expect(() => createPayClient(untyped(options))).toThrow(
      'createPayClient takes an object of options, such as { accessToken }.',
    );
  });

  it('an accessToken that is an object, such as that of an auth library', () => {
    const accessToken: unknown = { value: 'token' };
    expect(() => createPayClient({ accessToken: untyped(accessToken) })).toThrow(
      new TypeError('createPayClient needs a string or a function as `accessToken`.'),
    );
  });

  describe.each(['fetch', 'Headers'])('the global %s, missing as in Jest’s jsdom', (name) => {
    const original = Object.getOwnPropertyDescriptor(globalThis, name);

    beforeEach(() => {
      Reflect.deleteProperty(globalThis, name);
    });

    afterEach(() => {
      if (original) Object.defineProperty(globalThis, name, original);
    });

    it('is named, and is no PayError', () => {
      const thrown = (() => {
        try {
          return createPayClient({ accessToken: 'token' });
        } catch (error) {
          return error;
        }
      })();
      expect(thrown).toBeInstanceOf(TypeError);
      expect(isPayError(thrown)).toBe(false);
      expect(thrown).toMatchObject({
        message: `createPayClient needs the global \`${name}\`, which is missing here (Jest: use jest-fixed-jsdom).`,
      });
    });
  });

  it('a missing global fetch is none where another one is given', () => {
    vi.stubGlobal('fetch', undefined);
    expect(() => createPayClient()).toThrow(/global `fetch`/);
    expect(() => createPayClient({ fetch: async () => new Response() })).not.toThrow();
  });
});
