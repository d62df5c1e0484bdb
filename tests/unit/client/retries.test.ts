// @vitest-environment node
import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPayClient, type PayClientOptions } from '../../../src/client/createPayClient.ts';
import { isPayError, type PayErrorCode } from '../../../src/client/PayError.ts';
import { failureOf } from './failureOf.ts';
import { untyped } from '../../support/untyped.ts';

const parameters = { transactionId: 'tx' };

/** What `fetch` does with one request: a status, a status with `Retry-After`, a lost connection, or no answer at all. */
type Answer = number | [status: number, retryAfter: string] | 'lost' | 'none';

/** A `fetch` that answers in this order; the last answer is for all that follow. */
function scriptFetch(...answers: Answer[]) {
  const start = Date.now();
  const sent: { time: number; authorization: string | null }[] = [];
  const fetch: typeof globalThis.fetch = (_, init) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({ time: Date.now() - start, authorization: new Headers(init?.headers).get('Authorization') });
    if (answer === 'none') return new Promise(() => {});
    if (answer === 'lost') return Promise.reject(new TypeError('fetch failed'));
    const [status, retryAfter] = Array.isArray(answer) ? answer : [answer];
    return Promise.resolve(
      new Response(null, { status: status ?? 0, headers: retryAfter ? { 'Retry-After': retryAfter } : {} }),
    );
  };
  return { fetch, sent, times: () => sent.map(({ time }) => time) };
}

/** How and when a cancellation ends, in ms. */
function outcomeOf(cancellation: Promise<void>) {
  const start = Date.now();
  return cancellation.then(
    () => ({ code: 'success', time: Date.now() - start }),
    (error: unknown) => ({ code: isPayError(error) ? error.code : undefined, error, time: Date.now() - start }),
  );
}

/** Cancels, lets all the time pass that there is, and tells what was sent when, and how it ended. */
async function run(answers: Answer[], options: PayClientOptions = {}) {
  const { fetch, sent, times } = scriptFetch(...answers);
  const outcome = outcomeOf(createPayClient({ fetch, ...options }).cancelPreAuth(parameters));
  await vi.runAllTimersAsync();
  return { sent, times: times(), outcome: await outcome };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  const timers = vi.getTimerCount();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  if (timers > 0) throw new Error(`${timers} timers are left.`);
});

describe('which failures are retried', () => {
  it.each<[Answer, PayErrorCode]>([
    ['lost', 'network-error'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [501, 'server-error'],
    [502, 'upstream-error'],
    [503, 'server-error'],
    [504, 'upstream-error'],
    [599, 'server-error'],
  ])('%s is: the second retry’s success counts, and the third failure is the outcome', async (answer, code) => {
    const success = await run([answer, answer, 204]);
    expect(success.outcome.code).toBe('success');
    expect(success.sent).toHaveLength(3);
    const failure = await run([answer]);
    expect(failure.outcome.code).toBe(code);
    expect(failure.sent).toHaveLength(3);
  });

  it.each<[Answer, PayErrorCode]>([
    [200, 'unexpected-response'],
    [302, 'unauthorized'],
    [400, 'invalid-request'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'timeout'],
    [409, 'unexpected-response'],
    [422, 'invalid-request'],
    ['none', 'timeout'],
  ])('%s is not', async (answer, code) => {
    const { sent, outcome } = await run([answer, 204], { retry: 5 });
    expect(outcome.code).toBe(code);
    expect(sent).toHaveLength(1);
  });

  it('a final error ends the retries, and is the outcome', async () => {
    const { sent, outcome } = await run([503, 404, 204], { retry: 5 });
    expect(outcome.code).toBe('not-found');
    expect(sent).toHaveLength(2);
  });

  it('the last error is the outcome', async () => {
    const { outcome } = await run([500, 'lost', 429]);
    expect(outcome).toMatchObject({ code: 'rate-limited', error: { status: 429 } });
  });

  it('an accessToken that has no connection is, before anything is sent', async () => {
    const accessToken = vi.fn(async () => 'token').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const { sent, outcome } = await run([204], { accessToken });
    expect(outcome.code).toBe('success');
    expect(accessToken).toHaveBeenCalledTimes(2);
    expect(sent).toHaveLength(1);
  });

  it('an accessToken that gives no token is not', async () => {
    const accessToken = vi.fn(() => null);
    const { outcome } = await run([204], { accessToken });
    expect(outcome.code).toBe('unauthorized');
    expect(accessToken).toHaveBeenCalledTimes(1);
  });

  it('a network-error is not while the browser is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { sent, outcome } = await run(['lost', 204]);
    expect(outcome).toMatchObject({ code: 'network-error', time: 0 });
    expect(sent).toHaveLength(1);
  });

  it.each([429, 500, 502, 503])('a server’s %i is, even if the browser believes to be offline', async (status) => {
    vi.stubGlobal('navigator', { onLine: false });
    const { sent, outcome } = await run([status, 204]);
    expect(outcome.code).toBe('success');
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['online', { onLine: true }],
    ['where `onLine` is unknown', {}],
    ['without a navigator', undefined],
  ])('a network-error is %s', async (_, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const { sent } = await run(['lost']);
    expect(sent).toHaveLength(3);
  });
});

describe('how many retries there are', () => {
  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [5, 6],
  ])('`retry: %i` sends %i times', async (retry, count) => {
    const { sent, outcome } = await run([500], { retry });
    expect(outcome.code).toBe('server-error');
    expect(sent).toHaveLength(count);
  });

  it('by default two', async () => {
    expect((await run([500])).sent).toHaveLength(3);
  });

  it('`retry: Infinity` goes on as long as there is time, and ends without waiting for nothing', async () => {
    const { times, outcome } = await run([500], { retry: Infinity });
    expect(times).toEqual([0, 500, 1500, 3000, 4500, 6000, 7500, 9000]);
    expect(outcome).toMatchObject({ code: 'server-error', time: 9000 });
  });

  it.each([-1, 1.5, Number.NaN, -Infinity, untyped('2'), untyped(null), untyped(true), untyped({})])(
    '`retry: %s` is refused when the client is made',
    (retry) => {
      expect(() => createPayClient({ retry })).toThrow(TypeError);
      expect(() => createPayClient({ retry })).toThrow(/whole number.*`retry`/);
    },
  );
});

describe('the delay', () => {
  it.each([
    ['at the least', 0, [0, 0, 0, 0, 0]],
    ['in the middle', 0.5, [0, 500, 1500, 3000, 4500]],
    ['at the most', 0.999, [0, 999, 2997, 5994, 8991]],
  ])('grows up to 1 s, 2 s and then 3 s: %s', async (_, random, expected) => {
    vi.mocked(Math.random).mockReturnValue(random);
    const { times } = await run([502], { retry: 4 });
    expect(times).toEqual(expected);
  });

  it('is random: clients do not come back all together', async () => {
    vi.mocked(Math.random).mockRestore();
    const delays = new Set<number | undefined>();
    for (let i = 0; i < 50; i++) delays.add((await run([500, 204])).times[1]);
    expect(delays.size).toBeGreaterThan(30);
    expect(Math.max(...[...delays].map(Number))).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['0', 0, 500],
    ['1', 1000, 1500],
    ['3', 3000, 3500],
  ])('is never shorter than a Retry-After of %s s', async (retryAfter, least, middle) => {
    for (const [random, delay] of [
      [0, least],
      [0.5, middle],
    ] as const) {
      vi.mocked(Math.random).mockReturnValue(random);
      for (const status of [429, 500, 502, 503]) {
        expect((await run([[status, retryAfter], 204])).times).toEqual([0, delay]);
      }
    }
  });

  it.each([
    [429, 1000],
    [503, 1000],
    [500, 0],
    [502, 0],
    [504, 0],
  ])('after a %i whose Retry-After cannot be read is at least %i ms', async (status, least) => {
    vi.mocked(Math.random).mockReturnValue(0);
    expect((await run([status, 204])).times).toEqual([0, least]);
    expect((await run([[status, 'soon'], 204])).times).toEqual([0, least]);
  });

  it.each(['4', '60', '9'.repeat(400)])(
    'is none after a Retry-After of over 3 s: the error is the outcome (%s)',
    async (retryAfter) => {
      for (const status of [429, 500, 502, 503]) {
        const { sent, outcome } = await run([[status, retryAfter], 204], { timeout: Infinity });
        expect(outcome).toMatchObject({ error: { status }, time: 0 });
        expect(sent).toHaveLength(1);
      }
    },
  );
});

describe('the deadline', () => {
  it.each([
    ['the delay would just reach it', 500],
    ['the delay would go past it', 499],
  ])('is not waited for where %s: the last error is the outcome, immediately', async (_, timeout) => {
    const { sent, outcome } = await run([500, 204], { timeout });
    expect(outcome).toMatchObject({ code: 'server-error', time: 0 });
    expect(sent).toHaveLength(1);
  });

  it('leaves a retry what is left of the time', async () => {
    const { times, outcome } = await run([500, 'none'], { timeout: 501 });
    expect(times).toEqual([0, 500]);
    expect(outcome).toMatchObject({ code: 'timeout', time: 501 });
  });

  it('that passes during a retry’s request is a timeout', async () => {
    const { times, outcome } = await run([500, 'none', 204]);
    expect(times).toEqual([0, 500]);
    expect(outcome).toMatchObject({ code: 'timeout', time: 10_000, error: { status: undefined } });
  });

  /** The device sleeps for an hour: timers stand still, the clock goes on. */
  const sleep = () => vi.setSystemTime(Date.now() + 3_600_000);

  it('has passed for a device that was asleep during a delay: nothing is sent, and the last error is the outcome', async () => {
    const { fetch, sent } = scriptFetch(500, 204);
    const outcome = outcomeOf(createPayClient({ fetch }).cancelPreAuth(parameters));
    await vi.advanceTimersByTimeAsync(100);
    sleep();
    await vi.runAllTimersAsync();
    expect(await outcome).toMatchObject({ code: 'server-error', error: { status: 500 } });
    expect(sent).toHaveLength(1);
  });

  describe.each(['a token', ''])('when %j comes after it', (token) => {
    it.each([
      ['an hour later', 3_600_000],
      ['the moment it is over', 9900],
    ])('on a device that was asleep, %s: a timeout, and nothing is sent', async (_, duration) => {
      const { fetch, sent } = scriptFetch(204);
      let give: (token: string) => void = () => {};
      const accessToken = () => new Promise<string>((resolve) => (give = resolve));
      const outcome = outcomeOf(createPayClient({ fetch, accessToken }).cancelPreAuth(parameters));
      await vi.advanceTimersByTimeAsync(100);
      vi.setSystemTime(Date.now() + duration);
      give(token);
      await vi.runAllTimersAsync();
      expect(await outcome).toMatchObject({ code: 'timeout', error: { status: undefined } });
      expect(sent).toEqual([]);
    });

    it('on a device that was asleep during a refresh: a timeout, and nothing is replayed', async () => {
      const { fetch, sent } = scriptFetch(401, 204);
      let give: (token: string) => void = () => {};
      const accessToken = ({ forceRefresh }: { forceRefresh: boolean }) =>
        forceRefresh ? new Promise<string>((resolve) => (give = resolve)) : 'old';
      const outcome = outcomeOf(createPayClient({ fetch, accessToken }).cancelPreAuth(parameters));
      await vi.advanceTimersByTimeAsync(100);
      sleep();
      give(token);
      await vi.runAllTimersAsync();
      expect(await outcome).toMatchObject({ code: 'timeout', error: { status: undefined } });
      expect(sent).toHaveLength(1);
    });
  });

  it.each([
    [401, 'unauthorized'],
    [503, 'server-error'],
  ])('has passed for a device that was asleep during the request: its %i is the outcome', async (status, code) => {
    let answer: (response: Response) => void = () => {};
    const fetch = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
    const accessToken = vi.fn(() => 'token');
    const outcome = outcomeOf(createPayClient({ fetch, accessToken }).cancelPreAuth(parameters));
    await vi.advanceTimersByTimeAsync(100);
    sleep();
    answer(new Response(null, { status }));
    await vi.runAllTimersAsync();
    expect(await outcome).toMatchObject({ code, error: { status } });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(accessToken).toHaveBeenCalledTimes(1);
  });

  it('comes in time even if the clock is put back', async () => {
    const { fetch, sent } = scriptFetch(500);
    const start = performance.now();
    const ended = outcomeOf(createPayClient({ fetch, retry: Infinity }).cancelPreAuth(parameters)).then(({ code }) => ({
      code,
      time: performance.now() - start,
    }));
    await vi.advanceTimersByTimeAsync(100);
    vi.setSystemTime(Date.now() - 3_600_000);
    await vi.advanceTimersByTimeAsync(11_000);
    const count = sent.length;
    const { code, time } = await ended;
    expect(code).toBe('server-error');
    expect(time).toBeLessThan(11_000);
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(count);
  });
});

describe('aborting during a delay', () => {
  function startTwo(answers: Answer[]) {
    const { fetch, sent, times } = scriptFetch(...answers);
    const client = createPayClient({ fetch });
    const controller = new AbortController();
    const cancel = (signal?: AbortSignal) => client.cancelPreAuth(parameters, signal && { signal });
    return { controller, cancel, sent, times };
  }

  it('sends nothing more, and leaves no timer and no listener', async () => {
    const { controller, cancel, sent } = startTwo([500, 204]);
    const cancellation = cancel(controller.signal);
    cancellation.catch(() => {});
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(2); // the deadline and the delay
    controller.abort('left');
    await expect(cancellation).rejects.toBe('left');
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
  });

  it('lets a new call for the transaction start afresh', async () => {
    const { controller, cancel, times } = startTwo([500, 500, 500, 500, 204]);
    const first = cancel(controller.signal);
    first.catch(() => {});
    await vi.advanceTimersByTimeAsync(100);
    controller.abort('left');
    const second = outcomeOf(cancel());
    await vi.runAllTimersAsync();
    await expect(first).rejects.toBe('left');
    expect((await second).code).toBe('server-error');
    expect(times()).toEqual([0, 100, 600, 1600]);
  });

  it('leaves the others that wait their retry', async () => {
    const { controller, cancel, times } = startTwo([500, 204]);
    const first = cancel(controller.signal);
    first.catch(() => {});
    const second = outcomeOf(cancel());
    await vi.advanceTimersByTimeAsync(100);
    controller.abort('left');
    const third = outcomeOf(cancel());
    await vi.runAllTimersAsync();
    await expect(first).rejects.toBe('left');
    expect((await second).code).toBe('success');
    expect((await third).code).toBe('success');
    expect(times()).toEqual([0, 500]);
  });

  it('by the last one that waits sends nothing more', async () => {
    const { controller, cancel, sent } = startTwo([500, 204]);
    const other = new AbortController();
    const calls = Promise.allSettled([cancel(controller.signal), cancel(other.signal)]);
    await vi.advanceTimersByTimeAsync(100);
    controller.abort('left');
    other.abort('left as well');
    await vi.runAllTimersAsync();
    expect(await calls).toMatchObject([{ reason: 'left' }, { reason: 'left as well' }]);
    expect(sent).toHaveLength(1);
  });
});

it('aborting while a request is in flight means that its failure is not retried, and leaves no timer', async () => {
  let answer: (response: Response) => void = () => {};
  const fetch = vi.fn(() => new Promise<Response>((resolve) => (answer = resolve)));
  const controller = new AbortController();
  const cancellation = createPayClient({ fetch }).cancelPreAuth(parameters, { signal: controller.signal });
  cancellation.catch(() => {});
  await vi.advanceTimersByTimeAsync(100);
  controller.abort('left');
  answer(new Response(null, { status: 503 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
  await vi.runAllTimersAsync();
  await expect(cancellation).rejects.toBe('left');
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('aborting while the token is awaited leaves no timer, even if the token never comes', async () => {
  const controller = new AbortController();
  const client = createPayClient({ accessToken: () => new Promise(() => {}) });
  const cancellation = client.cancelPreAuth(parameters, { signal: controller.signal });
  cancellation.catch(() => {});
  await vi.advanceTimersByTimeAsync(100);
  controller.abort('left');
  await expect(cancellation).rejects.toBe('left');
  expect(vi.getTimerCount()).toBe(0);
});

describe('with a refreshed token', () => {
  const oldThenNew = () => vi.fn(async ({ forceRefresh }: { forceRefresh: boolean }) => (forceRefresh ? 'new' : 'old'));

  it.each<[string, Answer[], string[]]>([
    ['a refresh and then a failure: the retry', [401, 503, 204], ['old', 'new', 'new']],
    ['a failure and then a refresh: the replay', [503, 401, 204], ['old', 'old', 'new']],
    ['a failure after each: the last retry', ['lost', 401, 502, 204], ['old', 'old', 'new', 'new']],
  ])('after %s uses the new token', async (_, answers, tokens) => {
    const accessToken = oldThenNew();
    const { sent, outcome } = await run(answers, { accessToken });
    expect(outcome.code).toBe('success');
    expect(sent.map(({ authorization }) => authorization)).toEqual(tokens.map((token) => `Bearer ${token}`));
    expect(accessToken.mock.calls).toEqual([[{ forceRefresh: false }], [{ forceRefresh: true }]]);
  });

  it('a second 401 ends it, in a retry as well', async () => {
    const accessToken = oldThenNew();
    const { sent, outcome } = await run([401, 503, 401, 204], { accessToken, retry: 5 });
    expect(outcome).toMatchObject({ code: 'unauthorized', error: { status: 401 } });
    expect(sent).toHaveLength(3);
    expect(accessToken).toHaveBeenCalledTimes(2);
  });

  it('a refresh without a connection is retried, and not the request that was refused', async () => {
    const accessToken = oldThenNew();
    accessToken.mockResolvedValueOnce('old').mockRejectedValueOnce(new TypeError('fetch failed'));
    const { sent, outcome } = await run([401, 204], { accessToken });
    expect(outcome.code).toBe('success');
    expect(sent.map(({ authorization }) => authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(accessToken.mock.calls.map(([{ forceRefresh }]) => forceRefresh)).toEqual([false, true, true]);
  });
});

it('headers are asked for again by each retry', async () => {
  let count = 0;
  const headers = vi.fn(() => ({ 'X-Try': String(++count) }));
  await run([500, 204], { headers });
  expect(headers).toHaveBeenCalledTimes(2);
});

it('an id that is refused is not retried', async () => {
  const { fetch, sent } = scriptFetch(204);
  const error = await failureOf(createPayClient({ fetch }).cancelPreAuth({ transactionId: '..' }));
  expect(error.code).toBe('invalid-transaction-id');
  expect(sent).toEqual([]);
});
