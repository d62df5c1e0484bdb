// @vitest-environment node
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { isPayError, PayError, type PayErrorCode } from '../../../src/client/PayError.ts';
import { reply, replyRaw, withScriptedServer, type Answer } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';

const server = withScriptedServer();

function cancel(options: PayClientOptions = {}): Promise<void> {
  return createPayClient({ baseUrl: server.url, retry: 0, ...options }).cancelPreAuth({ transactionId: 'tx' });
}

async function failureFor(answer: Answer, options?: PayClientOptions): Promise<PayError> {
  server.script(answer);
  return failureOf(cancel(options));
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('errors', () => {
  const errorsOf = async (body: string) => (await failureFor(reply(403, body))).errors;

  it('hold every documented member', async () => {
    const error = {
      id: 'occurrence-1',
      links: { about: 'https://docs.example/errors/1' },
      status: '403',
      code: 'some-code',
      title: 'Some title',
      detail: 'Some detail',
      source: { pointer: '/data', parameter: 'transactionId' },
      meta: { anything: [1, 'text', null, { nested: true }] },
    };
    expect(await errorsOf(JSON.stringify({ errors: [error, { id: 'occurrence-2' }] }))).toEqual([
      error,
      { id: 'occurrence-2' },
    ]);
  });

  it.each([
    ['a numeric status', { id: 'x', status: 403 }, { id: 'x' }],
    ['other types than strings', { id: 'x', code: null, title: ['t'], detail: { en: 'd' } }, { id: 'x' }],
    ['members that nobody documented', { id: 'x', token: 'y', stack: 'z' }, { id: 'x' }],
    ['links that are no object', { id: 'x', links: 'y' }, { id: 'x' }],
    ['links of another type', { id: 'x', links: { about: { href: 'y' } } }, { id: 'x' }],
    ['unknown links', { id: 'x', links: { about: 'y', type: 'z' } }, { id: 'x', links: { about: 'y' } }],
    ['a source that is a list', { id: 'x', source: ['pointer'] }, { id: 'x' }],
    [
      'a half-good source',
      { id: 'x', source: { pointer: 1, parameter: 'p', header: 'h' } },
      { id: 'x', source: { parameter: 'p' } },
    ],
    ['a meta that is a list', { id: 'x', meta: [] }, { id: 'x' }],
    ['a meta that is a text', { id: 'x', meta: 'y' }, { id: 'x' }],
    ['a meta that is null', { id: 'x', meta: null }, { id: 'x' }],
  ])('leave out %s', async (_, sent, kept) => {
    expect(await errorsOf(JSON.stringify({ errors: [sent] }))).toEqual([kept]);
  });

  it.each([
    ['no object', 'null, 1, "x", true, [], [{"id": "x"}]'],
    ['an object without a documented member', '{}, {"links": {}}, {"status": 403, "source": {}}'],
  ])('leave out %s', async (_, errors) => {
    expect(await errorsOf(`{"errors": [${errors}, {"id": "kept"}]}`)).toEqual([{ id: 'kept' }]);
  });

  it.each([
    'null',
    'true',
    '7',
    '"errors"',
    '[]',
    '{}',
    '{"errors": null}',
    '{"errors": {}}',
    '{"errors": "x"}',
    '{"errors": {"0": {"id": "x"}, "length": 1}}',
    '{"error": "unauthorized"}',
  ])('are none for %s', async (body) => {
    expect(await errorsOf(body)).toEqual([]);
  });

  it('take a __proto__ in the body for nothing', async () => {
    const errors = await errorsOf(
      '{"__proto__": {"errors": []}, "errors": [{"__proto__": {"code": "x", "polluted": true}, "id": "y"}, {"links": {"__proto__": {"about": "z"}}}]}',
    );
    expect(errors).toEqual([{ id: 'y' }]);
    expect(errors[0]).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf(errors[0])).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a meta', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const lists = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  it.each([
    ['objects 10,000 deep', nested(10_000)],
    ['lists 10,000 deep', lists(10_000)],
    ['which one member is 10,000 deep', `{"flat": 1, "deep": ${nested(10_000)}}`],
  ])('of %s is left out, the other members are kept, and an error report can be written', async (_, meta) => {
    const error = await failureFor(reply(403, `{"errors": [{"id": "x", "meta": ${meta}}, {"id": "y"}]}`));
    expect(error.errors).toEqual([{ id: 'x' }, { id: 'y' }]);
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ code: 'forbidden', errors: [{ id: 'x' }, { id: 'y' }] });
  });

  it('of a usual depth is kept', async () => {
    const error = await failureFor(reply(403, `{"errors": [{"id": "x", "meta": ${nested(50)}}]}`));
    expect(error.errors).toEqual([{ id: 'x', meta: JSON.parse(nested(50)) as unknown }]);
  });
});

describe('requestId', () => {
  it.each([
    ['the header, whatever the errors say', { 'Request-Id': 'header-1' }, [{ id: 'error-1' }], 'header-1'],
    ['the first error’s id, without the header', {}, [{ id: 'error-1' }, { id: 'error-2' }], 'error-1'],
    ['the first error’s id, with an empty header', { 'Request-Id': '' }, [{ id: 'error-1' }], 'error-1'],
    ['unknown, if the first error has none', {}, [{ code: 'x' }, { id: 'error-2' }], undefined],
    ['unknown, if the id is no string', {}, [{ id: 7 }], undefined],
  ])('is %s', async (_, headers, errors, requestId) => {
    const error = await failureFor(reply(403, { errors }, headers));
    expect(error.requestId).toBe(requestId);
  });

  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.:+/=-';

  it.each(['0', '-', 'x'.repeat(128), alphabet, '0f3b6b6e-5d6f-4f4a-9a55-2b8d7f0d4c11', 'Root=1-67:a.b+c/d='])(
    'can be %j, in the header or in the error',
    async (id) => {
      expect((await failureFor(reply(403, '', { 'Request-Id': id }))).requestId).toBe(id);
      expect((await failureFor(reply(403, { errors: [{ id }] }))).requestId).toBe(id);
      expect(new PayError('forbidden', { requestId: id }).requestId).toBe(id);
    },
  );

  const unshowable: [name: string, id: string][] = [
    ['empty', ''],
    ['of 129 characters', 'x'.repeat(129)],
    ['of 60 kB', 'x'.repeat(60_000)],
    ['with a line break', 'a\nb'],
    ['with a line break at its end', 'a\n'],
    ['with a tab', 'a\tb'],
    ['with a space', 'call +1 555'],
    ['with a letter of another alphabet', 'r\u00e4'],
    ['with U+202E', 'a\u202eb'],
    ['with a zero-width space', 'a\u200bb'],
    ['with markup', '<b>'],
    ['with a quote', '"'],
  ];

  it.each(unshowable)('is never one that is %s', async (_, id) => {
    const error = await failureFor(reply(403, { errors: [{ id }] }));
    expect(error.requestId).toBeUndefined();
    expect(error.errors).toEqual([{ id }]); // developers see what was sent
    expect(new PayError('forbidden', { requestId: id }).requestId).toBeUndefined();
  });

  // Node's parser takes no line break and no more than 16 kB; a `fetch` of somebody else may.
  it.each(unshowable.filter(([, id]) => !/[\n\u0100-\uffff]/.test(id)))(
    'is never a header that is %s: then the error’s id counts',
    async (_, id) => {
      const fetch = async () =>
        new Response('{"errors": [{"id": "error-1"}]}', { status: 403, headers: { 'Request-Id': id } });
      expect((await failureOf(cancel({ fetch }))).requestId).toBe('error-1');
    },
  );
});

describe('retryAfter', () => {
  const now = new Date('2026-03-01T12:00:00Z');

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
  });

  /** No `Date` header, unless it is among `headers`: Node's server would write the true one. */
  const answer =
    (headers: Record<string, string>): Answer =>
    (response) => {
      response.sendDate = false;
      response.writeHead(429, headers).end();
    };

  it.each([
    ['0', 0],
    ['1', 1000],
    ['120', 120_000],
    ['007', 7000],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000], // as all senders should write it
    ['Sunday, 01-Mar-26 12:00:30 GMT', 30_000], // RFC 850
    ['Sun Mar  1 12:00:30 2026', 30_000], // asctime
    ['Sun, 01 Mar 2026 12:00:00 GMT', 0],
    ['Sun, 01 Mar 2026 11:59:59 GMT', 0],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 0],
  ])('%s is %i ms', async (value, milliseconds) => {
    expect((await failureFor(answer({ 'Retry-After': value }))).retryAfter).toBe(milliseconds);
  });

  it.each([
    '',
    '-5',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    '5s',
    '5 seconds',
    '5, 10',
    'soon',
    'Soon, 5',
    'Try again in 5',
    'Sun 5',
    'Sunday',
    'Sun, 32 Mar 2026 12:00:30 GMT',
    'after Sun, 01 Mar 2026 12:00:30 GMT',
    'Sun, 01 Mar 2026 25:00:30 GMT',
    '2026-03-01T12:00:30Z',
    'NaN',
    'Infinity',
  ])('"%s" says nothing', async (value) => {
    expect((await failureFor(answer({ 'Retry-After': value }))).retryAfter).toBeUndefined();
  });

  it.each(['9'.repeat(17), '9'.repeat(400)])('is finite, however long the number is', async (value) => {
    const { retryAfter } = await failureFor(answer({ 'Retry-After': value }));
    expect(retryAfter).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('is finite for an error that the app makes', () => {
    const retryAfters = [Infinity, Number.NaN, -1, 5].map(
      (retryAfter) => new PayError('timeout', { retryAfter }).retryAfter,
    );
    expect(retryAfters).toEqual([Number.MAX_SAFE_INTEGER, undefined, undefined, 5]);
  });

  it('takes a date without a zone for GMT, wherever we are', async () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    expect(new Date().getHours()).toBe(21);
    expect((await failureFor(answer({ 'Retry-After': 'Sun Mar  1 12:00:30 2026' }))).retryAfter).toBe(30_000);
  });

  it('counts from the server’s clock, if it tells it', async () => {
    const headers = { 'Date': 'Sun, 01 Mar 2026 15:00:00 GMT', 'Retry-After': 'Sun, 01 Mar 2026 15:00:45 GMT' };
    expect((await failureFor(answer(headers))).retryAfter).toBe(45_000);
  });

  it('counts from our clock, if the server’s makes no sense', async () => {
    const headers = { 'Date': 'now', 'Retry-After': 'Sun, 01 Mar 2026 12:00:45 GMT' };
    expect((await failureFor(answer(headers))).retryAfter).toBe(45_000);
  });

  it.each([400, 403, 500, 503, 301])('is read from a %i as well', async (status) => {
    expect((await failureFor(reply(status, '', { 'Retry-After': '2' }))).retryAfter).toBe(2000);
  });
});

describe('PayError', () => {
  it('tells developers what happened, and where to read on', () => {
    expect(String(new PayError('forbidden', { status: 403 }))).toMatchInlineSnapshot(
      `"PayError: The cancellation is not confirmed: forbidden (HTTP 403). See node_modules/react-cancel-preauth/docs/errors.md#forbidden"`,
    );
    expect(String(new PayError('timeout'))).toMatchInlineSnapshot(
      `"PayError: The cancellation is not confirmed: timeout. See node_modules/react-cancel-preauth/docs/errors.md#timeout"`,
    );
    expect(String(new PayError('unauthorized', { hint: 'sign in' }))).toMatchInlineSnapshot(
      `"PayError: The cancellation is not confirmed: unauthorized; sign in. See node_modules/react-cancel-preauth/docs/errors.md#unauthorized"`,
    );
  });

  it('needs no more than a code', () => {
    const error = new PayError('network-error');
    expect(error).toBeInstanceOf(Error);
    expect(Object.fromEntries(Object.entries(error))).toEqual({
      name: 'PayError',
      code: 'network-error',
      status: undefined,
      errors: [],
      requestId: undefined,
      retryAfter: undefined,
    });
  });

  it.each<[PayErrorCode, boolean]>([
    ['network-error', true],
    ['timeout', true],
    ['rate-limited', true],
    ['server-error', true],
    ['upstream-error', true],
    ['invalid-request', false],
    ['missing-linked-identity', false],
    ['unauthorized', false],
    ['forbidden', false],
    ['insufficient-scope', false],
    ['not-found', false],
    ['unexpected-response', false],
    ['invalid-transaction-id', false],
  ])('%s: retryable is %s', (code, retryable) => {
    expect(new PayError(code).retryable).toBe(retryable);
  });
});

describe('isPayError', () => {
  it('knows an error of this copy, and of another copy of the package', async () => {
    vi.resetModules();
    const other = await import('../../../src/client/PayError.ts');
    expect(other.PayError).not.toBe(PayError);
    const error = new other.PayError('forbidden');
    expect(error).not.toBeInstanceOf(PayError);
    expect(isPayError(error)).toBe(true);
    expect(other.isPayError(new PayError('forbidden'))).toBe(true);
    expect(isPayError(new PayError('forbidden'))).toBe(true);
  });

  it('knows an error of another version, by a symbol that no version may change', () => {
    expect(isPayError({ [Symbol.for('react-cancel-preauth.PayError')]: true })).toBe(true);
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a string', 'PayError'],
    ['a number', 403],
    ['a function', () => {}],
    ['the class', PayError],
    ['an error', new Error('PayError')],
    ['an error of that name', Object.assign(new Error('x'), { name: 'PayError', code: 'forbidden' })],
    ['an object like it', Object.assign(Object.create(Error.prototype), new PayError('forbidden'))],
    ['an AbortError', new DOMException('Aborted', 'AbortError')],
    ['a clone without its class', structuredClone(new PayError('forbidden'))],
  ])('does not take %s for one', (_, value) => {
    expect(isPayError(value)).toBe(false);
  });
});

describe('no error repeats a token, a header or a body', () => {
  const secret = 'S3CRET';
  const secretError = () => new Error(secret, { cause: { headers: { authorization: secret }, body: secret } });
  const options: PayClientOptions = {
    accessToken: () => `${secret}-token`,
    headers: { 'X-Secret': `${secret}-header` },
  };
  const head = 'HTTP/1.1 500 Oops\r\nContent-Length: 500\r\n\r\n';

  const everythingIn = (error: Error): string =>
    [
      error.message,
      error.stack,
      String(error.cause),
      String(error),
      JSON.stringify(error),
      JSON.stringify(error, Object.getOwnPropertyNames(error)),
      inspect(error, { depth: 10, showHidden: true }),
    ].join('\n');

  it.each([200, 302, 400, 401, 403, 404, 408, 415, 429, 500, 502, 504])(
    'for %i with a body that is not the API’s, or says more than it documents',
    async (status) => {
      const header = { 'X-Secret': secret, 'WWW-Authenticate': secret, 'Set-Cookie': secret, 'Location': `/${secret}` };
      const bodies = [
        `<p>${secret}</p>`,
        `requires scope ${secret}`,
        JSON.stringify({ [secret]: secret, errors: [{ id: 'x', [secret]: secret, token: secret, status: [secret] }] }),
        `{"errors": [{"detail": "${secret}"}`,
      ];
      for (const body of bodies) {
        expect(everythingIn(await failureFor(reply(status, body, header), options))).not.toContain(secret);
      }
    },
  );

  it.each<[string, Answer]>([
    ['a reset', replyRaw('', 'reset')],
    ['a reset after some of the headers', replyRaw(`HTTP/1.1 500 Oops\r\nX-Secret: ${secret}\r\nX-`, 'reset')],
    ['something else than HTTP', replyRaw(`${secret}\r\n\r\n`, 'close')],
    ['a body that is cut off', replyRaw([head, `{"errors": [{"detail": "${secret}`], 'reset')],
    ['a body that never ends', replyRaw([head, `{"errors": [{"detail": "${secret}`], 'keep')],
    ['no answer', () => {}],
  ])('for %s', async (_, answer) => {
    expect(everythingIn(await failureFor(answer, { ...options, timeout: 400 }))).not.toContain(secret);
  });

  it.each<[string, PayErrorCode, PayClientOptions]>([
    ['fetch rejects', 'network-error', { fetch: () => Promise.reject(secretError()) }],
    ['accessToken rejects', 'unauthorized', { accessToken: () => Promise.reject(secretError()) }],
    [
      'accessToken throws',
      'unauthorized',
      {
        accessToken: () => {
          throw secretError();
        },
      },
    ],
    ['a token cannot be sent', 'unauthorized', { accessToken: `${secret}\r\n${secret}` }],
    ['a header cannot be sent', 'invalid-request', { headers: { 'X-Secret': `${secret}\r\n${secret}` } }],
    [
      'headers throws',
      'invalid-request',
      {
        headers: () => {
          throw secretError();
        },
      },
    ],
    ['a path cannot be resolved', 'invalid-request', { baseUrl: `/${secret}` }],
  ])('when %s', async (_, code, changed) => {
    const error = await failureOf(cancel({ ...options, ...changed }));
    expect(error.code).toBe(code);
    expect(everythingIn(error)).not.toContain(secret);
  });

  it.each([
    ['rejects', () => Promise.reject(secretError())],
    ['gives a token that cannot be sent', () => `${secret}\n${secret}`],
  ])('when a refresh %s', async (_, refresh) => {
    const accessToken = ({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? refresh() : secret);
    expect(everythingIn(await failureFor(reply(401), { ...options, accessToken }))).not.toContain(secret);
  });

  it('when an id is refused', async () => {
    const client = createPayClient();
    const error = await failureOf(client.cancelPreAuth({ transactionId: `${secret}/${secret}` }));
    expect(everythingIn(error)).not.toContain(secret);
  });
});
