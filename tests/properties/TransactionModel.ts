/** A time by both clocks: the wall clock jumps, for example when a device wakes up; the other one drives timers. */
interface Moment {
  wall: number;
  monotonic: number;
}

/** As much of an answer as decides what may follow it. */
export interface ModelAnswer {
  /** Undefined without a response. */
  status: number | undefined;
  isConfirmation: boolean;
  /** Whether a retry makes sense: the server or the network may recover within seconds. */
  isTemporary: boolean;
  /** In ms. */
  retryAfter?: number;
  /** Whether another token may help. */
  needsToken: boolean;
  /** Whether the body, which may say more than the status, never ends. */
  isEndless: boolean;
}

export interface ModelOptions {
  timeout: number;
  retry: number;
  now: () => Moment;
}

/** From the moment somebody wants a transaction canceled until all who wait have been told an outcome, or have left. */
export interface Attempt {
  waiting: number;
  readonly begun: Moment;
  isInFlight: boolean;
  isReading: boolean;
  /** Answered since the last `settleDown`, so whoever waits has not been told yet. */
  isAnswered: boolean;
  isConfirmed: boolean;
  outcome?: 'canceled' | 'error';
  /** What may be sent next. */
  next: 'first' | 'retry' | 'replay' | 'nothing';
  notBefore: number;
  retries: number;
  isReplayed: boolean;
  lastStatus: number | undefined;
}

export function assert(condition: unknown, problem: string): asserts condition {
  if (!condition) throw new Error(problem);
}

/**
 * What must hold for one transaction, whatever the order of events. Tests report to it what they see, and it throws if
 * that breaks a promise of the package.
 */
export class TransactionModel {
  /** The attempt that a new caller joins. */
  current: Attempt | undefined;
  readonly #options: ModelOptions;
  #confirmations = 0;
  #notifications = 0;

  constructor(options: ModelOptions) {
    this.#options = options;
  }

  /** Somebody wants the transaction canceled, and waits for the outcome. */
  begin(): Attempt {
    this.current ??= {
      begun: this.#options.now(),
      waiting: 0,
      isInFlight: false,
      isReading: false,
      isAnswered: false,
      isConfirmed: false,
      next: 'first',
      notBefore: -Infinity,
      retries: 0,
      isReplayed: false,
      lastStatus: undefined,
    };
    this.current.waiting++;
    return this.current;
  }

  /** A request is sent. */
  send(): Attempt {
    const attempt = this.current;
    assert(attempt && attempt.waiting > 0, 'A request was sent although nobody waits for it.');
    assert(!attempt.isInFlight, 'Two requests of one transaction are in flight.');
    assert(!this.#isLate(attempt), 'A request was sent after the deadline.');
    assert(attempt.next !== 'nothing', 'A request was sent although the last answer was an outcome.');
    assert(this.#options.now().monotonic >= attempt.notBefore, 'A retry was sent earlier than the server asked for.');
    if (attempt.next === 'replay') attempt.isReplayed = true;
    if (attempt.next === 'retry') attempt.retries++;
    assert(attempt.retries <= this.#options.retry, 'A request was retried too often.');
    attempt.isInFlight = true;
    attempt.next = 'nothing';
    return attempt;
  }

  /** The request is answered. One that has been given up may still be. */
  receive(attempt: Attempt, answer: ModelAnswer): void {
    const { status, isConfirmation, isTemporary, retryAfter = 0, needsToken, isEndless } = answer;
    if (!attempt.isInFlight || attempt.outcome) return;
    attempt.isInFlight = false;
    attempt.isAnswered = true;
    attempt.isReading = isEndless;
    attempt.isConfirmed = isConfirmation;
    attempt.lastStatus = status;
    if (isTemporary && attempt.retries < this.#options.retry) attempt.next = 'retry';
    if (needsToken && !attempt.isReplayed) attempt.next = 'replay';
    attempt.notBefore = this.#options.now().monotonic + retryAfter;
  }

  /** The request is aborted. */
  giveUp(attempt: Attempt): void {
    if (!attempt.isInFlight && !attempt.isReading) return;
    attempt.isInFlight = false;
    attempt.isReading = false;
    attempt.isAnswered = true;
  }

  /** One who waits has been told the outcome. */
  settle(attempt: Attempt, outcome: 'canceled' | 'error'): void {
    assert(outcome === 'error' || attempt.isConfirmed, 'Canceled, but the last answer was no 204.');
    assert(outcome === 'canceled' || !attempt.isConfirmed, 'An error, but the last answer was 204.');
    assert(
      (attempt.outcome ?? outcome) === outcome,
      'Two who waited for the same request were told different outcomes.',
    );
    if (outcome === 'canceled' && !attempt.outcome) this.#confirmations++;
    attempt.outcome = outcome;
    if (this.current === attempt) this.current = undefined;
  }

  /** One who waits does so no longer. */
  leave(attempt: Attempt): void {
    attempt.waiting--;
    this.#endUnused(attempt);
  }

  /** The app is told that the payment is canceled. */
  notify(): void {
    this.#notifications++;
    assert(this.#notifications <= this.#confirmations, 'onCanceled was called too often, or too early.');
  }

  /** All that can happen without time or another event has happened. */
  settleDown(): void {
    const attempt = this.current;
    if (!attempt) return;
    attempt.isAnswered = false;
    this.#endUnused(attempt);
  }

  /** Checks what must have happened by now. Call it after time has passed and {@link settleDown}. */
  check({ isNotified = false } = {}): void {
    const attempt = this.current;
    const elapsed = attempt ? this.#options.now().monotonic - attempt.begun.monotonic : 0;
    assert(!attempt?.waiting || elapsed < this.#options.timeout, 'Somebody still waits after the deadline.');
    assert(
      !isNotified || this.#notifications === this.#confirmations,
      `onCanceled was called ${this.#notifications} times for ${this.#confirmations} confirmed attempts.`,
    );
  }

  #isLate({ begun }: Attempt): boolean {
    const { timeout, now } = this.#options;
    const { wall, monotonic } = now();
    return wall - begun.wall >= timeout || monotonic - begun.monotonic >= timeout;
  }

  #endUnused(attempt: Attempt): void {
    const isNeeded = attempt.waiting > 0 || attempt.isInFlight || attempt.isReading || attempt.isAnswered;
    if (this.current === attempt && !isNeeded) this.current = undefined;
  }
}
