import { MutationCache, MutationObserver, QueryClient } from '@tanstack/react-query';
import { vi } from 'vitest';
import type { PayClient } from '../../src/client/createPayClient.ts';
import { isPayError, PayError } from '../../src/client/PayError.ts';
import { Cancellation } from '../../src/dialog/Cancellation.ts';
import { cancelPreAuthMutationOptions } from '../../src/query/cancelPreAuthMutationOptions.ts';
import { assert, TransactionModel, type Attempt } from './TransactionModel.ts';

/** How a client's promise settles. */
export type Outcome = { isSuccess: true } | { isSuccess: false; reason: unknown };

/** What an app-wide callback of its `MutationCache` does. */
export type AppCallback = 'nothing' | 'throws' | 'never settles';

interface PendingRequest {
  transactionId: string;
  attempt: Attempt;
  promise: Promise<void>;
  settle: (outcome: Outcome) => void;
}

/** A dialog's cancellation, beside what is expected of it. */
export interface Dialog {
  cancellation: Cancellation;
  detach: (() => void) | undefined;
  status: 'idle' | 'pending' | 'error' | 'canceled';
  attempts: number;
  attempt: Attempt | undefined;
  retryAt: number;
  isRecovering: boolean;
}

const appCallbacks = {
  'nothing': () => {},
  'throws': () => Promise.reject(new Error('a bug of the app')),
  'never settles': () => new Promise<void>(() => {}),
};

/** Dialogs of two transactions, whose client settles when a property says so. */
export class CancellationWorld {
  readonly dialogs: readonly Dialog[];
  readonly requests: PendingRequest[] = [];
  readonly #queryClient: QueryClient;
  readonly #models = { a: this.#createModel(), b: this.#createModel() };
  readonly #outcomes = new Map<Attempt, Outcome>();
  readonly #problems: unknown[] = [];
  readonly #afterTick: (() => void)[] = [];
  #passing = 0;
  readonly #client: PayClient = { cancelPreAuth: ({ transactionId }) => this.#send(transactionId) };
  /** As the app's own calls, of the hook for example, which no dialog waits for. */
  readonly #hookClient: PayClient = {
    cancelPreAuth: ({ transactionId }) => {
      const model = this.#modelOf(transactionId);
      const attempt = model.begin();
      const promise = this.#send(transactionId);
      const leave = () => model.leave(attempt);
      promise.then(leave, leave);
      return promise;
    },
  };

  constructor(callbacks: Record<'onMutate' | 'onSuccess' | 'onError' | 'onSettled', AppCallback>) {
    const mutationCache = new MutationCache(
      Object.fromEntries(Object.entries(callbacks).map(([name, does]) => [name, appCallbacks[does]])),
    );
    this.#queryClient = new QueryClient({ mutationCache });
    this.dialogs = ['a', 'a', 'b'].map((transactionId) => this.#createDialog(transactionId));
  }

  confirm(dialog: Dialog): void {
    const { status, retryAt, isRecovering, cancellation } = dialog;
    const isWaiting = isRecovering || (retryAt > Date.now() && retryAt - Date.now() <= 60_000);
    if (status === 'idle' || (status === 'error' && !isWaiting)) this.#begin(dialog);
    cancellation.confirm(this.#client, this.#queryClient);
    assert(status === 'canceled' || !dialog.attempt || this.#isKnown(dialog.attempt), 'Confirm sent nothing.');
  }

  join(dialog: Dialog): void {
    const isInFlight = this.requests.some(({ transactionId }) => transactionId === dialog.cancellation.transactionId);
    const isAnswered = this.#modelOf(dialog.cancellation.transactionId).current?.isAnswered;
    if (dialog.status === 'idle' && (isInFlight || isAnswered)) this.#begin(dialog);
    dialog.cancellation.join(this.#queryClient);
  }

  reset(dialog: Dialog): void {
    if (dialog.status !== 'pending') Object.assign(dialog, { status: 'idle', attempts: 0, isRecovering: false });
    dialog.cancellation.reset();
  }

  recover(dialog: Dialog, handler: () => unknown, isAsync: boolean): void {
    const isOffered = dialog.status === 'error' && !dialog.isRecovering;
    dialog.cancellation.recover(handler);
    if (isOffered && dialog.status === 'error') {
      if (isAsync) dialog.isRecovering = true;
      else dialog.status = 'idle';
    }
  }

  endRecovery(dialog: Dialog): void {
    if (dialog.isRecovering) Object.assign(dialog, { status: 'idle', isRecovering: false });
    dialog.cancellation.endRecovery();
  }

  /** Shows the dialog on the page, or takes it away. */
  toggle(dialog: Dialog): void {
    if (dialog.detach) dialog.detach();
    dialog.detach = dialog.detach ? undefined : this.#attach(dialog);
  }

  /** After this tick, because the mutation calls the client some microtasks later. */
  cancelWithHook(transactionId: 'a' | 'b'): void {
    const options = cancelPreAuthMutationOptions(this.#hookClient);
    this.#afterTick.push(() => {
      new MutationObserver(this.#queryClient, options).mutate({ transactionId }).catch(() => {});
    });
  }

  settle(request: PendingRequest, outcome: Outcome): void {
    const isTemporary = false;
    this.#modelOf(request.transactionId).receive(request.attempt, {
      status: undefined,
      isConfirmation: outcome.isSuccess,
      isTemporary,
      needsToken: false,
      isEndless: false,
    });
    this.#outcomes.set(request.attempt, outcome);
    request.settle(outcome);
  }

  /** Lets time pass, after this tick. */
  advance(milliseconds: number): void {
    this.#passing += milliseconds;
  }

  async settleDown(): Promise<void> {
    await new Promise(setImmediate);
    for (const model of Object.values(this.#models)) model.settleDown();
    if (this.#problems.length > 0) throw this.#problems[0];
    for (const dialog of this.dialogs) {
      this.#expectOutcome(dialog);
      this.#compare(dialog);
    }
    for (const model of Object.values(this.#models)) model.check({ isNotified: true });
    for (const change of this.#afterTick.splice(0)) change();
    await vi.advanceTimersByTimeAsync(this.#passing);
    this.#passing = 0;
  }

  #expectOutcome(dialog: Dialog): void {
    const outcome = dialog.attempt && this.#outcomes.get(dialog.attempt);
    if (dialog.status !== 'pending' || !outcome) return;
    dialog.status = outcome.isSuccess ? 'canceled' : 'error';
    if (outcome.isSuccess) return;
    const { code, retryAfter = 0 } = isPayError(outcome.reason) ? outcome.reason : new PayError('unexpected-response');
    const wait = code === 'rate-limited' ? Math.min(retryAfter, 60_000) : 0;
    dialog.retryAt = wait > 0 ? Date.now() + wait : 0;
  }

  #compare({ cancellation, status, attempts, retryAt, isRecovering }: Dialog): void {
    const state = cancellation.getState();
    assert(state.status === status, `A dialog is ${state.status} instead of ${status}.`);
    assert(state.attempt === attempts, `A dialog counts ${state.attempt} attempts instead of ${attempts}.`);
    if (state.status !== 'error') return;
    assert(state.retryAt === retryAt, `A dialog lets retry at ${state.retryAt} instead of ${retryAt}.`);
    assert(state.isRecovering === isRecovering, 'A dialog that should have left the page is there, or the reverse.');
  }

  #createModel(): TransactionModel {
    return new TransactionModel({ timeout: Infinity, retry: 0, now: () => ({ wall: Date.now(), monotonic: 0 }) });
  }

  #modelOf(transactionId: string): TransactionModel {
    return transactionId === 'a' ? this.#models.a : this.#models.b;
  }

  #isKnown(attempt: Attempt): boolean {
    return attempt.isInFlight || this.#outcomes.has(attempt);
  }

  #createDialog(transactionId: string): Dialog {
    const cancellation = new Cancellation(transactionId);
    const dialog: Dialog = {
      cancellation,
      detach: undefined,
      status: 'idle',
      attempts: 0,
      attempt: undefined,
      retryAt: 0,
      isRecovering: false,
    };
    dialog.detach = this.#attach(dialog);
    let previous = cancellation.getState().status;
    cancellation.subscribe(() => {
      const { status } = cancellation.getState();
      const isOutcome = previous === 'pending' && (status === 'canceled' || status === 'error');
      previous = status;
      if (isOutcome) this.#check(() => dialog.attempt && this.#modelOf(transactionId).settle(dialog.attempt, status));
    });
    return dialog;
  }

  #attach({ cancellation }: Dialog): () => void {
    return cancellation.attach({
      onCanceled: (isInCharge) => {
        if (isInCharge) this.#check(() => this.#modelOf(cancellation.transactionId).notify());
      },
      onError: vi.fn(),
    });
  }

  #begin(dialog: Dialog): void {
    dialog.status = 'pending';
    dialog.attempts++;
    dialog.isRecovering = false;
    dialog.attempt = this.#modelOf(dialog.cancellation.transactionId).begin();
  }

  /** As the real client, which shares a request between its callers. */
  #send(transactionId: string): Promise<void> {
    const shared = this.requests.find((request) => request.transactionId === transactionId);
    if (shared) return shared.promise;
    let settle = (_outcome: Outcome): void => {};
    const promise = new Promise<void>((resolve, reject) => {
      settle = (outcome) => {
        if (outcome.isSuccess) resolve();
        else reject(outcome.reason);
      };
    });
    this.#check(() => {
      const attempt = this.#modelOf(transactionId).send();
      this.requests.push({ transactionId, attempt, promise, settle });
    });
    return promise;
  }

  /** Keeps what would look like an error of the app until the next check. */
  #check(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#problems.push(error);
    }
  }
}
