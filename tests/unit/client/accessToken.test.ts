// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { deferred, reply, replyRaw, withScriptedServer, type Answer } from '../../support/scriptedServer.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const server = withScriptedServer();

function makeClient(options: PayClientOptions = {}) {
  return createPayClient({ baseUrl: server.url, retry: 0, ...options });
}

const sentTokens = () => server.requests.map((request) => request.header('authorization')?.replace('Bearer ', ''));

const refuse = reply(
  401,
  { errors: [{ id: 'occurrence-401', code: 'unauthorized' }] },
  { 'Request-Id': 'request-401' },
);

/** 204 for one token, 401 for every other. */
const accepting =
  (token: string): Answer =>
  (response, request) =>
    (request.header('authorization') === `Bearer ${token}` ? reply(204) : refuse)(response, request);

const oldThenNew = () =>
  vi.fn<(options: { forceRefresh: boolean }) => Promise<string>>(async ({ forceRefresh }) =>
    forceRefresh ? 'new' : 'old',
  );

afterEach(() => {
  vi.useRealTimers();
});

describe('a 401', () => {
  it('is answered with one refresh and one replay with the new token', async () => {
    server.script(accepting('new'));
    const accessToken = oldThenNew();
    await expect(makeClient({ accessToken }).cancelPreAuth({ transactionId: 'tx' })).resolves.toBeUndefined();
    expect(accessToken.mock.calls).toEqual([[{ forceRefresh: false }], [{ forceRefresh: true }]]);
    expect(sentTokens()).toEqual(['old', 'new']);
    const [first, replay] = server.requests;
    expect(replay?.path).toBe(first?.path);
    expect(replay?.header('accept')).toBe('application/vnd.api+json');
  });

  it('for the new token as well ends it', async () => {
    server.script(refuse, reply(401, { errors: [{ id: 'occurrence-2' }] }, { 'Request-Id': 'request-2' }));
    const accessToken = oldThenNew();
    const error = await failureOf(makeClient({ accessToken }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error).toMatchObject({ code: 'unauthorized', status: 401, requestId: 'request-2' });
    expect(accessToken).toHaveBeenCalledTimes(2);
    expect(sentTokens()).toEqual(['old', 'new']);
  });

  it.each([
    ['forbidden', 403],
    ['server-error', 503],
    ['unexpected-response', 200],
  ])('and then another answer to the replay is %s', async (code, status) => {
    server.script(refuse, reply(status));
    const error = await failureOf(makeClient({ accessToken: oldThenNew() }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error).toMatchObject({ code, status });
    expect(server.requests).toHaveLength(2);
  });

  it('and then no answer to the replay is a network-error', async () => {
    server.script(refuse, replyRaw('', 'reset'));
    const error = await failureOf(makeClient({ accessToken: oldThenNew() }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error).toMatchObject({ code: 'network-error', status: undefined });
  });

  it('because of missing-linked-identity refreshes and replays nothing', async () => {
    server.script(reply(401, { errors: [{ code: 'missing-linked-identity' }] }));
    const accessToken = oldThenNew();
    const error = await failureOf(makeClient({ accessToken }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error.code).toBe('missing-linked-identity');
    expect(accessToken).toHaveBeenCalledTimes(1);
    expect(server.requests).toHaveLength(1);
  });

  it('because of missing-linked-identity for the new token ends it', async () => {
    server.script(refuse, reply(401, { errors: [{ code: 'missing-linked-identity' }] }));
    const error = await failureOf(makeClient({ accessToken: oldThenNew() }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error.code).toBe('missing-linked-identity');
  });

  it.each([
    ['a string', 'token'],
    ['none', undefined],
  ])('cannot be helped by a token that is %s', async (_, accessToken) => {
    server.script(refuse);
    const client = makeClient(accessToken === undefined ? {} : { accessToken });
    expect(await failureOf(client.cancelPreAuth({ transactionId: 'tx' }))).toMatchObject({
      code: 'unauthorized',
      status: 401,
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each([400, 403, 404, 500])('only: %i refreshes nothing', async (status) => {
    server.script(reply(status));
    const accessToken = oldThenNew();
    await failureOf(makeClient({ accessToken }).cancelPreAuth({ transactionId: 'tx' }));
    expect(accessToken).toHaveBeenCalledTimes(1);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a refresh', () => {
  it('is shared by all transactions of the client', async () => {
    server.script(accepting('new'));
    const accessToken = oldThenNew();
    const client = makeClient({ accessToken });
    await Promise.all(['a', 'b', 'c'].map((transactionId) => client.cancelPreAuth({ transactionId })));
    expect(accessToken.mock.calls.filter(([{ forceRefresh }]) => forceRefresh)).toHaveLength(1);
    expect(sentTokens().toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'new',
      'new',
      'new',
      'old',
      'old',
      'old',
    ]);
  });

  it('is not shared with another client', async () => {
    server.script(accepting('new'));
    const accessToken = oldThenNew();
    await Promise.all([
      makeClient({ accessToken }).cancelPreAuth({ transactionId: 'a' }),
      makeClient({ accessToken }).cancelPreAuth({ transactionId: 'a' }),
    ]);
    expect(accessToken.mock.calls.filter(([{ forceRefresh }]) => forceRefresh)).toHaveLength(2);
  });

  it('is not repeated for a late 401 of the token that it has replaced', async () => {
    const late = deferred(refuse);
    server.script((response, request) => {
      const answer = request.path?.includes('late') && server.requests.length < 3 ? late.answer : accepting('new');
      return answer(response, request);
    });
    const accessToken = oldThenNew();
    const client = makeClient({ accessToken });
    const cancellation = client.cancelPreAuth({ transactionId: 'late' });
    await late.received;
    await client.cancelPreAuth({ transactionId: 'other' });
    late.release();
    await expect(cancellation).resolves.toBeUndefined();
    expect(sentTokens()).toEqual(['old', 'old', 'new', 'new']);
    expect(accessToken.mock.calls.filter(([{ forceRefresh }]) => forceRefresh)).toHaveLength(1);
  });

  it('is made again when the newest token is refused as well', async () => {
    let refreshes = 0;
    const accessToken = async ({ forceRefresh }: { forceRefresh: boolean }) =>
      `token-${forceRefresh ? ++refreshes : refreshes}`;
    const client = makeClient({ accessToken });
    server.script(accepting('token-1'));
    await client.cancelPreAuth({ transactionId: 'tx' });
    server.script(accepting('token-2'));
    await client.cancelPreAuth({ transactionId: 'tx' });
    expect(sentTokens()).toEqual(['token-0', 'token-1', 'token-1', 'token-2']);
  });

  it('is made again for a token that the app has changed by itself', async () => {
    let current = 'signed-in-first';
    const accessToken = async ({ forceRefresh }: { forceRefresh: boolean }) =>
      forceRefresh ? `${current}-new` : current;
    const client = makeClient({ accessToken });
    server.script(accepting('signed-in-first-new'));
    await client.cancelPreAuth({ transactionId: 'tx' });
    current = 'signed-in-again';
    server.script(accepting('signed-in-again-new'));
    await client.cancelPreAuth({ transactionId: 'tx' });
    expect(sentTokens().slice(2)).toEqual(['signed-in-again', 'signed-in-again-new']);
  });

  it('is made again for a call that began before the last one, yet had the newest token refused', async () => {
    let give = (_token: string) => {};
    const accessToken = vi
      .fn<() => Promise<string>>()
      .mockResolvedValueOnce('token-0') // for a
      .mockImplementationOnce(() => new Promise((resolve) => (give = resolve))) // for b
      .mockResolvedValueOnce('token-1') // a's refresh
      .mockResolvedValueOnce('token-2'); // b's
    server.script(refuse, accepting('token-1'), accepting('token-2'));
    const client = makeClient({ accessToken });
    const [a, b] = ['a', 'b'].map((transactionId) => client.cancelPreAuth({ transactionId }));
    await a;
    give('token-1');
    await expect(b).resolves.toBeUndefined();
    expect(sentTokens()).toEqual(['token-0', 'token-1', 'token-1', 'token-2']);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['rejects', () => Promise.reject(new Error('signed out'))],
    [
      'throws',
      () => {
        throw new Error('signed out');
      },
    ],
    ['gives an empty token', () => ''],
    ['gives no string', () => untyped(7)],
    ['gives a token that no header can hold', () => 'to\nken'],
  ])('that %s ends in the 401, and the next call refreshes again', async (_, fail) => {
    server.script(accepting('new'));
    let outcome = fail;
    const accessToken = vi.fn(({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? outcome() : 'old'));
    const client = makeClient({ accessToken });
    const [first, second] = await Promise.all([
      failureOf(client.cancelPreAuth({ transactionId: 'a' })),
      failureOf(client.cancelPreAuth({ transactionId: 'b' })),
    ]);
    for (const error of [first, second]) {
      expect(error).toMatchObject({ code: 'unauthorized', status: 401, requestId: 'request-401' });
      expect(error.errors).toEqual([{ id: 'occurrence-401', code: 'unauthorized' }]);
      expect(error.cause).toBeUndefined();
    }
    expect(sentTokens()).toEqual(['old', 'old']);
    outcome = () => 'new';
    await expect(client.cancelPreAuth({ transactionId: 'a' })).resolves.toBeUndefined();
    expect(sentTokens().slice(2)).toEqual(['old', 'new']);
  });

  it('that never ends, ends as a timeout, and does not hold up the next call', async () => {
    server.script(accepting('new'));
    let outcome: Promise<string> = new Promise(() => {});
    const accessToken = vi.fn(({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? outcome : 'old'));
    const client = makeClient({ accessToken, timeout: 400 });
    const start = performance.now();
    const error = await failureOf(client.cancelPreAuth({ transactionId: 'tx' }));
    expect(performance.now() - start).toBeGreaterThan(390);
    expect(error).toMatchObject({ code: 'timeout', status: undefined });
    outcome = Promise.resolve('new');
    await expect(client.cancelPreAuth({ transactionId: 'tx' })).resolves.toBeUndefined();
    expect(sentTokens()).toEqual(['old', 'old', 'new']);
  });

  it('that is given up by a call that waited for it is not given up for a newer one', async () => {
    vi.useFakeTimers();
    const refreshes: ((token: string) => void)[] = [];
    const client = makeClient({
      timeout: 200,
      accessToken: ({ forceRefresh }) => (forceRefresh ? new Promise((resolve) => refreshes.push(resolve)) : 'old'),
      fetch: async (_, init) =>
        new Response(null, { status: new Headers(init?.headers).get('Authorization') === 'Bearer new' ? 204 : 401 }),
    });
    const failures = ['a', 'b'].map(async (transactionId, index) => {
      await vi.advanceTimersByTimeAsync(100 * index);
      return failureOf(client.cancelPreAuth({ transactionId }));
    });
    await vi.advanceTimersByTimeAsync(150); // at 250: a has given up the first refresh, b waits for it until 300
    const c = client.cancelPreAuth({ transactionId: 'c' });
    await vi.advanceTimersByTimeAsync(100);
    expect(refreshes).toHaveLength(2);
    const d = client.cancelPreAuth({ transactionId: 'd' });
    await vi.advanceTimersByTimeAsync(10);
    expect(refreshes).toHaveLength(2);
    refreshes[1]?.('new');
    await Promise.all([c, d]);
    expect((await Promise.all(failures)).map(({ code }) => code)).toEqual(['timeout', 'timeout']);
  });

  it('is not asked for once the time is up, however late the 401’s body ends', async () => {
    server.script((response) => {
      response.writeHead(401, { 'Request-Id': 'request-401' }).write('{');
    });
    const accessToken = oldThenNew();
    const error = await failureOf(makeClient({ accessToken, timeout: 400 }).cancelPreAuth({ transactionId: 'tx' }));
    expect(error).toMatchObject({ code: 'unauthorized', status: 401, requestId: 'request-401' });
    expect(accessToken).toHaveBeenCalledTimes(1);
    expect(server.requests).toHaveLength(1);
  });
});
