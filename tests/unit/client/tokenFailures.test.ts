// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { PayError } from '../../../src/client/PayError.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

type AccessToken = Exclude<PayClientOptions['accessToken'], string | undefined>;

/** A `fetch` that refuses every token but `new`, and the tokens it has been sent. */
function createFetch() {
  const sent: (string | null)[] = [];
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const authorization = new Headers(init?.headers).get('Authorization');
    sent.push(authorization);
    return new Response(null, { status: authorization === 'Bearer new' ? 204 : 401 });
  };
  return { fetch, sent };
}

/** Cancels with an `accessToken` that does this at the first call, or at the refresh. */
async function cancel(when: 'first call' | 'refresh', give: () => ReturnType<AccessToken>) {
  const { fetch, sent } = createFetch();
  const accessToken = vi.fn<AccessToken>(({ forceRefresh }) =>
    forceRefresh === (when === 'refresh') ? give() : 'old',
  );
  const client = createPayClient({ fetch, accessToken, retry: 0 });
  const error = await failureOf(client.cancelPreAuth({ transactionId: 'tx' }));
  expect(accessToken).toHaveBeenCalledTimes(when === 'refresh' ? 2 : 1);
  expect(sent).toEqual(when === 'refresh' ? ['Bearer old'] : []);
  return error;
}

const named = (name: string, message = 'Failed') => Object.assign(new Error(message), { name });

/** Safari's errors of a failed fetch have no stack. */
function withoutStack(message: string) {
  const error = new TypeError(message);
  delete error.stack;
  return error;
}

const disconnections: [name: string, error: Error][] = [
  ...[
    'network error',
    'Failed to fetch',
    'Failed to fetch (auth.example)',
    'NetworkError when attempting to fetch resource.',
    'The Internet connection appears to be offline.',
    'Network request failed',
    'fetch failed',
    'terminated',
    ' A network error occurred.',
    'Network connection lost',
    'error sending request for url (https://auth.example/token)',
  ].map((message): [string, Error] => [`a TypeError "${message}"`, new TypeError(message)]),
  ['a TypeError "Load failed" of Safari', withoutStack('Load failed')],
  ['a TypeError "Load failed (auth.example)" of Safari', withoutStack('Load failed (auth.example)')],
  ['a TimeoutError', new DOMException('The operation timed out.', 'TimeoutError')],
  ['an AbortError', new DOMException('The operation was aborted.', 'AbortError')],
  ['a TimeoutError of a library', named('TimeoutError')],
  ['an AbortError of a library', named('AbortError')],
];

const otherFailures: [name: string, give: () => ReturnType<AccessToken>][] = [
  ['rejects', () => Promise.reject(new Error('signed out'))],
  ['rejects with a TypeError of the app', () => Promise.reject(new TypeError('x is not a function'))],
  ['rejects with another "Load failed"', () => Promise.reject(new TypeError('Load failed'))],
  ['rejects with an Error "Failed to fetch"', () => Promise.reject(new Error('Failed to fetch'))],
  ['rejects with an object named AbortError', () => Promise.reject(untyped({ name: 'AbortError' }))],
  [
    'throws',
    () => {
      throw new Error('signed out');
    },
  ],
  ['gives undefined', () => undefined],
  ['gives null', async () => null],
  ['gives an empty token', () => ''],
  ['gives white space', () => ' \n'],
  ['gives nothing but a prefix', () => 'Bearer '],
  ['gives a number', () => untyped(7)],
  ['gives a token that no header can hold', () => 'tok\nen'],
];

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each(['first call', 'refresh'] as const)('at the %s', (when) => {
  const status = when === 'refresh' ? 401 : undefined;

  it.each(disconnections)('%s of accessToken is a network-error: the session is not over', async (_, failure) => {
    const error = await cancel(when, () => Promise.reject(failure));
    expect(error).toMatchObject({ code: 'network-error', status: undefined, errors: [], retryable: true });
    expect(error.cause).toBeUndefined();
    expect(error.message).toContain('nothing was sent');
  });

  it.each(otherFailures)('an accessToken that %s is unauthorized', async (_, give) => {
    const error = await cancel(when, give);
    const hint = when === 'first call' ? 'no usable token, so nothing was sent' : 'HTTP 401';
    const message = expect.stringContaining(hint) as unknown;
    expect(error).toMatchObject({ code: 'unauthorized', status, retryable: false, message });
    expect(error.cause).toBeUndefined();
  });

  it.each(otherFailures)('an accessToken that %s is a network-error while the browser is offline', async (_, give) => {
    vi.stubGlobal('navigator', { onLine: false });
    const error = await cancel(when, give);
    expect(error).toMatchObject({ code: 'network-error', status: undefined, retryable: true });
    expect(error.cause).toBeUndefined();
  });

  it.each([
    new PayError('missing-linked-identity', { status: 403 }),
    new PayError('unauthorized'),
    new PayError('unauthorized', { status: 401 }),
    new PayError('server-error', { status: 503 }),
  ])('a PayError of accessToken is the outcome, as it is (%s)', async (failure) => {
    for (const onLine of [true, false]) {
      vi.stubGlobal('navigator', { onLine });
      expect(await cancel(when, () => Promise.reject(failure))).toBe(failure);
    }
  });
});

describe('a token that is given with its prefix', () => {
  it.each(['Bearer new', 'bearer new', 'BEARER  new', ' Bearer new\n', 'Bearer Bearer new', 'Bearer bearer\tnew'])(
    'is not sent with two: %j',
    async (token) => {
      for (const accessToken of [token, () => token]) {
        const { fetch, sent } = createFetch();
        await createPayClient({ fetch, accessToken }).cancelPreAuth({ transactionId: 'tx' });
        expect(sent).toEqual(['Bearer new']);
      }
    },
  );

  it('at the refresh neither', async () => {
    const { fetch, sent } = createFetch();
    const accessToken: AccessToken = ({ forceRefresh }) => (forceRefresh ? 'Bearer new' : 'Bearer old');
    await createPayClient({ fetch, accessToken }).cancelPreAuth({ transactionId: 'tx' });
    expect(sent).toEqual(['Bearer old', 'Bearer new']);
  });

  it('is left alone where it only begins like one', async () => {
    const { fetch, sent } = createFetch();
    await failureOf(createPayClient({ fetch, accessToken: 'Bearer-1' }).cancelPreAuth({ transactionId: 'tx' }));
    expect(sent).toEqual(['Bearer Bearer-1']);
  });
});
