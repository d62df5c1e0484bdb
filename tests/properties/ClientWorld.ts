import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { vi } from 'vitest';
import { createPayClient, type PayClient } from '../../src/client/createPayClient.ts';
import { PayError } from '../../src/client/PayError.ts';
import { errorActions } from '../../src/dialog/errorActions.ts';
import { answers, toModelAnswer, toResponse, type Answer } from './answers.ts';
import { assert, TransactionModel, type Attempt } from './TransactionModel.ts';

/** What `accessToken` does with a call. */
const tokenOutcomes = {
  'a token': (number: number) => `secret-${number}`,
  'an empty token': () => '',
  'null': () => null,
  'a token that no header can hold': () => 'secret\nsecret',
  'signed out': () => Promise.reject(new Error('secret')),
  'no reception': () => Promise.reject(new TypeError('Failed to fetch')),
  'aborted': () => Promise.reject(new DOMException('secret', 'AbortError')),
  'a PayError': () => Promise.reject(new PayError('rate-limited')),
} satisfies Record<string, (number: number) => string | null | Promise<string>>;

export type TokenOutcome = keyof typeof tokenOutcomes;

export interface WorldOptions {
  timeout: number;
  retry: number;
  accessToken: 'left out' | 'a string' | 'a function';
  /** What the function does, in turn; 'later': when the test says so. */
  tokens: readonly (TokenOutcome | 'later')[];
  /** What the server may answer. Few, so that one follows itself more often. */
  answers: readonly [Answer, Answer];
  /** An app's own `fetch` may ignore its signal. */
  isFetchAbortable: boolean;
  /** What `Math.random` returns. */
  random: number;
}

interface PendingRequest {
  attempt: Attempt;
  resolve: (response: Response) => void;
  reject: (error: unknown) => void;
}

interface Caller {
  transactionId: string;
  attempt: Attempt;
  controller: AbortController;
  status: 'waiting' | 'left' | 'settled';
  problem?: unknown;
}

interface Refresh {
  isPending: boolean;
  /** How many callers had stopped waiting when it started. */
  ended: number;
}

/** A client of the real code, between callers, a token source, a network and clocks that a property controls. */
export class ClientWorld {
  readonly transactionIds: readonly string[];
  readonly requests: PendingRequest[] = [];
  readonly pendingTokens: ((outcome: TokenOutcome) => void)[] = [];
  readonly callers: Caller[] = [];
  isOnline = true;
  /** Changes of the device, which do not happen between two lines of code. */
  readonly #afterTick: (() => void)[] = [];
  readonly #options: WorldOptions;
  readonly #client: PayClient;
  readonly #models = new Map<string, TransactionModel>();
  readonly #problems: unknown[] = [];
  readonly #authorizations = new Set<string | null>();
  #advanced = Promise.resolve();
  #tokens = 0;
  #ended = 0;
  #refusals = 0;
  #refreshes: Refresh[] = [];

  constructor(transactionIds: readonly string[], options: WorldOptions) {
    this.transactionIds = transactionIds;
    this.#options = options;
    const { timeout, retry, accessToken } = options;
    if (accessToken !== 'a function') this.#authorizations.add(accessToken === 'a string' ? 'Bearer fixed' : null);
    this.#client = createPayClient({
      baseUrl: 'https://pay.test/v1',
      timeout,
      retry,
      fetch: (input, init) => this.#fetch(input, init),
      ...(accessToken === 'a string' && { accessToken: 'fixed' }),
      ...(accessToken === 'a function' && { accessToken: (given) => this.#getToken(given) }),
    });
  }

  /** Lets somebody cancel a transaction, who tries again as often as `again` says when that fails. */
  cancel(transactionId: string, again = 0): void {
    const attempt = this.#modelOf(transactionId).begin();
    const controller = new AbortController();
    const caller: Caller = { transactionId, attempt, controller, status: 'waiting' };
    this.callers.push(caller);
    this.#client.cancelPreAuth({ transactionId }, { signal: controller.signal }).then(
      () => this.#check(() => this.#settle(caller)),
      (error: unknown) =>
        this.#check(() => {
          this.#settle(caller, error);
          if (again > 0 && caller.status === 'settled') this.cancel(transactionId, again - 1);
        }),
    );
  }

  get waitingCallers(): Caller[] {
    return this.callers.filter(({ status }) => status === 'waiting');
  }

  abort(caller: Caller, reason: unknown): void {
    if (caller.status === 'waiting') {
      caller.status = 'left';
      this.#ended++;
      this.#modelOf(caller.transactionId).leave(caller.attempt);
    }
    caller.controller.abort(reason);
  }

  respond(request: PendingRequest, index: number): void {
    const [first, second] = this.#options.answers;
    this.#respond(request, index % 2 ? second : first);
  }

  /** A call that is refused, or already aborted: nothing may come of it. */
  async cancelInVain(parameters: unknown, signal?: AbortSignal): Promise<unknown> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers without types pass anything
    const unchecked = parameters as { transactionId: string };
    try {
      await this.#client.cancelPreAuth(unchecked, signal ? { signal } : {});
    } catch (error) {
      return error;
    }
    throw new Error('A call that sends nothing has succeeded.');
  }

  /** Lets everything happen that needs no time, and checks what has happened. */
  async settleDown(): Promise<void> {
    for (let round = 0; round < 3; round++) await new Promise(setImmediate);
    for (const model of this.#models.values()) model.settleDown();
    for (const change of this.#afterTick.splice(0)) change();
    if (this.#problems.length > 0) throw this.#problems[0];
  }

  /** Lets time pass, after any that is already passing. */
  advance(milliseconds: number): Promise<void> {
    this.#advanced = this.#advanced.then(async () => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      await this.settleDown();
      for (const model of this.#models.values()) model.check();
    });
    return this.#advanced;
  }

  /** Timers stop while the device sleeps, the wall clock does not. */
  sleep(milliseconds: number): void {
    this.#afterTick.push(() => vi.setSystemTime(Date.now() + milliseconds));
  }

  setOnline(isOnline: boolean): void {
    this.#afterTick.push(() => {
      this.isOnline = isOnline;
    });
  }

  /** Ends everything that is still in progress, and checks that nothing is left of it. */
  async finish(): Promise<void> {
    const refused: Answer = {
      status: 400,
      headers: {},
      body: new Uint8Array(),
      ending: 'complete',
      isRedirected: false,
    };
    for (let round = 0; round < 8; round++) {
      for (const request of this.requests.splice(0)) this.#respond(request, refused);
      for (const settle of this.pendingTokens.splice(0)) settle('signed out');
      await this.advance(4000);
    }
    if (Number.isFinite(this.#options.timeout)) await this.advance(this.#options.timeout);
    else for (const caller of this.callers) this.abort(caller, new Error('over'));
    await this.settleDown();
    for (const { status } of this.callers) assert(status !== 'waiting', 'Somebody waits forever.');
    assert(vi.getTimerCount() === 0, 'A timer is left.');
  }

  #respond({ attempt, resolve, reject }: PendingRequest, answer: Answer): void {
    const response = toResponse(answer);
    const seen = toModelAnswer(answer, this.isOnline);
    if (attempt.isInFlight && seen.needsToken) this.#refusals++;
    for (const model of this.#models.values()) if (model.current === attempt) model.receive(attempt, seen);
    if (response) resolve(response);
    else reject(new TypeError('Failed to fetch'));
  }

  #modelOf(transactionId: string): TransactionModel {
    const { timeout, retry } = this.#options;
    const now = () => ({ wall: Date.now(), monotonic: performance.now() });
    const model = this.#models.get(transactionId) ?? new TransactionModel({ timeout, retry, now });
    this.#models.set(transactionId, model);
    return model;
  }

  /** What a test double throws would look like an error of the app, so it is kept until the next check. */
  #check(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#problems.push(error);
    }
  }

  #settle(caller: Caller, ...failure: [error?: unknown]): void {
    const [error] = failure;
    if (caller.status === 'left') {
      assert(failure.length > 0 && error === caller.controller.signal.reason, 'A caller who left got another reason.');
      return;
    }
    caller.status = 'settled';
    this.#ended++;
    if (failure.length > 0) {
      assert(error instanceof PayError, `Rejected with ${inspect(error)}.`);
      assert(error.code in errorActions, `“${error.code}” is no documented code.`);
      assert(!inspect(error, { depth: 9 }).includes('secret'), 'A token is on an error.');
      const { lastStatus } = caller.attempt;
      assert(error.status === undefined || error.status === lastStatus, 'The status is not that of the last answer.');
    }
    this.#modelOf(caller.transactionId).settle(caller.attempt, failure.length > 0 ? 'error' : 'canceled');
  }

  #fetch(input: Request | string | URL, { headers, signal }: RequestInit = {}): Promise<Response> {
    return new Promise((resolve, reject) => {
      this.#check(() => {
        const segment = /^https:\/\/pay\.test\/v1\/transactions\/([^/?#]+)\/cancel$/.exec(new Request(input).url)?.[1];
        const transactionId = decodeURIComponent(segment ?? '');
        assert(this.#models.has(transactionId), `Sent to “${segment}”.`);
        const authorization = new Headers(headers).get('Authorization');
        assert(this.#authorizations.has(authorization), `Sent with ${authorization}.`);
        const model = this.#modelOf(transactionId);
        const attempt = model.send();
        this.requests.push({ attempt, resolve, reject });
        signal?.addEventListener('abort', () => {
          model.giveUp(attempt);
          if (this.#options.isFetchAbortable) reject(signal.reason);
        });
      });
    });
  }

  #getToken({ forceRefresh }: { forceRefresh: boolean }): string | null | Promise<string | null> {
    const number = ++this.#tokens;
    const refresh = { isPending: true, ended: this.#ended };
    if (forceRefresh) {
      this.#check(() => {
        const isShared = this.#refreshes.every(({ isPending, ended }) => !isPending || ended < this.#ended);
        assert(isShared, 'Two refreshes are in progress, although everybody waits for the first.');
        this.#refreshes.push(refresh);
        assert(this.#refreshes.length <= this.#refusals * (1 + this.#options.retry), 'Refreshed without a 401.');
      });
    }
    const settle = (outcome: TokenOutcome): string | null | Promise<string> => {
      refresh.isPending = false;
      if (outcome === 'a token') this.#authorizations.add(`Bearer secret-${number}`);
      return tokenOutcomes[outcome](number);
    };
    const outcome = this.#options.tokens[(number - 1) % this.#options.tokens.length] ?? 'later';
    if (outcome !== 'later') return settle(outcome);
    return new Promise((resolve) => {
      this.pendingTokens.push((later) => resolve(settle(later)));
    });
  }
}

export const worldOptions: fc.Arbitrary<WorldOptions> = fc.record({
  timeout: fc.oneof(fc.constant(10_000), fc.integer({ min: 1, max: 20_000 }), fc.constant(Infinity)),
  retry: fc.nat({ max: 3 }),
  accessToken: fc.constantFrom('left out', 'a string', 'a function', 'a function'),
  tokens: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('a token' as const) },
      { weight: 3, arbitrary: fc.constant('later' as const) },
      { weight: 1, arbitrary: tokenOutcome() },
    ),
    { minLength: 1, maxLength: 4 },
  ),
  answers: fc.tuple(answers, answers),
  isFetchAbortable: fc.boolean(),
  random: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

export function tokenOutcome(): fc.Arbitrary<TokenOutcome> {
  const names = Object.keys(tokenOutcomes).filter((name): name is TokenOutcome => name in tokenOutcomes);
  return fc.constantFrom(...names);
}
