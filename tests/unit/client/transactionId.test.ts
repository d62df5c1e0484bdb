// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { createPayClient } from '../../../src/client/createPayClient.ts';
import { withScriptedServer } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const server = withScriptedServer();

const visible = (text: unknown) =>
  JSON.stringify(text)?.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) ??
  String(text);

/** Code points that never stand in an id: they change the path, or cannot be told from what is not there. */
const refusedCodePoints = [
  '/\\?#% \t\n\r\v\f',
  '\u00a0\u1680\u2000\u2003\u2007\u200a\u2028\u2029\u202f\u205f\u3000\ufeff', // white space
  '\u0000\u0001\u001b\u007f\u0080\u0085\u009f', // control
  '\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2064\ufff9', // format
  '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069', // bidi embeddings, overrides, isolates
  '\u{e0001}\u{e0041}', // tags
  '\ud800\udbff', // lone surrogates: two high ones, two low ones
  '\udc00\udfff',
].flatMap((text) => Array.from(text));

const refused: unknown[] = [
  '',
  '.',
  '..',
  'a/b',
  '/a',
  'a/',
  '../x',
  'a\\b',
  'a?b',
  'a#b',
  '%2e',
  '%2E%2e',
  '..%2f..',
  'a b',
  ' a',
  'a\n',
  '.\n',
  '..\n',
  '\ud83d',
  '\ude00\ud83d',
  undefined,
  null,
  7,
  Number.NaN,
  true,
  {},
  [],
  ['tx'],
  Symbol('tx'),
  () => 'tx',
  new String('tx'),
  { toString: () => 'tx' },
];

describe('an id that could change the path is refused before anything is sent', () => {
  it.each(refused.map((id) => [visible(id), id]))('%s', async (_, id) => {
    const accessToken = vi.fn(() => 'token');
    const client = createPayClient({ baseUrl: server.url, accessToken });
    const error = await failureOf(client.cancelPreAuth({ transactionId: untyped(id) }));
    expect(error).toMatchObject({
      code: 'invalid-transaction-id',
      status: undefined,
      errors: [],
      requestId: undefined,
      retryable: false,
    });
    expect(error.message).toContain('nothing was sent');
    expect(accessToken).not.toHaveBeenCalled();
    expect(server.requests).toEqual([]);
  });

  it.each(refusedCodePoints.map((character) => [visible(character), character]))(
    'with %s at its start, in its middle or at its end',
    async (_, character) => {
      const fetch = vi.fn<typeof globalThis.fetch>();
      const client = createPayClient({ fetch });
      for (const transactionId of [character, `${character}a`, `a${character}b`, `a${character}`]) {
        expect(await failureOf(client.cancelPreAuth({ transactionId }))).toMatchObject({
          code: 'invalid-transaction-id',
        });
      }
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it.each([[undefined], [null], [{}], ['tx']])('and so are parameters without one: %j', async (parameters) => {
    const client = createPayClient({ baseUrl: server.url });
    expect(await failureOf(client.cancelPreAuth(untyped(parameters)))).toMatchObject({
      code: 'invalid-transaction-id',
    });
    expect(server.requests).toEqual([]);
  });
});

describe('any other id is sent as exactly one path segment', () => {
  it.each([
    '0f3b6b6e-5d6f-4f4a-9a55-2b8d7f0d4c11',
    'abc',
    'ä',
    'a\u0308',
    '日本',
    '🚗',
    '👍🏽',
    '...',
    'a.b',
    '.a',
    '..a',
    'a..',
    '~',
    '-',
    '_',
    'a:b',
    'http:',
    '@',
    'a@b',
    ';x=1',
    'a;b',
    'a,b',
    '+',
    '&',
    '=',
    '$',
    '!',
    "'",
    '"',
    '()',
    '*',
    '[',
    ']',
    '{}',
    '|',
    '^',
    '`',
    '<b>',
    '__proto__',
    'constructor',
    'x'.repeat(2000),
  ])('%s', async (transactionId) => {
    await createPayClient({ baseUrl: `${server.url}/pay/v` }).cancelPreAuth({ transactionId });
    expect(server.requests).toHaveLength(1);
    const segments = server.requests[0]?.path?.split('/').map(decodeURIComponent);
    expect(segments).toEqual(['', 'pay', 'v', 'transactions', transactionId, 'cancel']);
  });
});

it.each([
  ['ä', '%C3%A4'],
  ['a&b;c=d', 'a%26b%3Bc%3Dd'],
  ['🚗', '%F0%9F%9A%97'],
])('%s is encoded for a fetch that does not do so: %s', async (transactionId, segment) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }));
  await createPayClient({ fetch, baseUrl: 'https://pay.example' }).cancelPreAuth({ transactionId });
  expect(fetch.mock.calls[0]?.[0]).toBe(`https://pay.example/transactions/${segment}/cancel`);
});
