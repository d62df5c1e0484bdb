import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import { isPayError, PayError } from '../client/PayError.ts';
import { cancelPreAuthMutationOptions, findRequest, trackRequest } from '../query/cancelPreAuthMutationOptions.ts';
import { callHandler, reportUncaught } from './callHandler.ts';
import { errorActions } from './errorActions.ts';

/** `attempt` counts the user's attempts since the dialog was opened, from 1; 0 before the first. */
export type CancellationState =
  | { status: 'idle'; attempt: number }
  | { status: 'pending'; attempt: number }
  | {
      status: 'error';
      attempt: number;
      error: PayError;
      /** Until then, in ms since the epoch, the server asks not to try again; 0 if it does not ask. */
      retryAt: number;
      /** Whether the user is signing in or linking an account now, outside the dialog. */
      isRecovering: boolean;
    }
  | { status: 'canceled'; attempt: number };

/** What a dialog does about an outcome. One of all that wait for the same request is in charge of telling the app. */
export interface CancellationHandlers {
  onCanceled: (isInCharge: boolean) => void;
  /** Only for the one in charge. */
  onError: (error: PayError) => void;
}

/** In ms: the longest that "Try again" waits, whatever the server asks for. */
const longestWait = 60_000;

/** The cancellations that wait for a request, the one that made it first. */
const participants = new WeakMap<Promise<void>, Set<Cancellation>>();

/** Shows the request to the app as a mutation: to its `MutationCache`, to `useIsCancelingPreAuth`, to the devtools. */
function mirror(
  request: Promise<void>,
  variables: CancelPreAuthParameters,
  client: PayClient,
  queryClient: QueryClient,
): void {
  const failure: unknown[] = [];
  request.catch((reason: unknown) => failure.push(reason));
  const options = { ...cancelPreAuthMutationOptions(client), mutationFn: () => request };
  const observer = new MutationObserver<void, PayError, CancelPreAuthParameters>(queryClient, options);
  observer
    .mutate(variables)
    .catch((error: unknown) => {
      if (!failure.includes(error)) reportUncaught(error); // an app-wide callback threw it
    })
    .finally(() => observer.reset()); // or it would stay in the cache for ever
}

/**
 * The cancellation of one transaction, as one dialog shows it. It has no React in it, and every way out of `pending`: a
 * request that settles, however it does, ends in `canceled` or `error`.
 *
 * The outcome is what the client says, taken before the mutation's own state: an app's `MutationCache` callbacks run in
 * between, and one that throws or never ends would make a canceled payment look failed, or lock the dialog.
 */
export class Cancellation {
  readonly transactionId: string;
  #state: CancellationState = { status: 'idle', attempt: 0 };
  readonly #listeners = new Set<() => void>();
  #handlers: CancellationHandlers | undefined;
  #isAttached = false;

  constructor(transactionId: string) {
    this.transactionId = transactionId;
  }

  readonly getState = (): CancellationState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Whom to tell of outcomes: the dialog that shows it. A request outlives its dialog, so the last handlers are kept.
   *
   * @returns what to call when the dialog is hidden or removed
   */
  attach(handlers: CancellationHandlers): () => void {
    this.#handlers = handlers;
    this.#isAttached = true;
    return () => {
      this.#isAttached = false;
    };
  }

  /** Whether a dialog shows it now. */
  get isAttached(): boolean {
    return this.#isAttached;
  }

  /** The user's attempt: sends the request, unless one is in flight, has succeeded, or must wait. */
  confirm(client: PayClient, queryClient: QueryClient): void {
    const state = this.#state;
    if (state.status === 'pending' || state.status === 'canceled') return;
    if (state.status === 'error' && (state.isRecovering || Date.now() < state.retryAt)) return;
    const variables = { transactionId: this.transactionId };
    // Not sent by the mutation: an app-wide `onMutate` that throws or never ends would hold it back.
    const request = (async () => client.cancelPreAuth(variables))();
    void trackRequest(variables, request);
    this.#follow(request);
    mirror(request, variables, client, queryClient);
  }

  /** Waits for a request that was already made elsewhere: by another dialog, or by the hook. Sends nothing. */
  join(queryClient: QueryClient): void {
    if (this.#state.status !== 'idle') return;
    const request = findRequest(queryClient, this.transactionId);
    if (request) this.#follow(request);
  }

  /** Runs `handler`, which signs the user in or links an account. When it settles, the user can try again. */
  recover(handler: (() => unknown) | undefined): void {
    const state = this.#state;
    if (state.status !== 'error' || state.isRecovering) return;
    const settled = callHandler(handler);
    if (this.#state !== state) return; // the handler has closed the dialog
    const recovering = { ...state, isRecovering: true };
    this.#set(recovering);
    if (!settled) this.endRecovery();
    void settled?.then(() => {
      if (this.#state === recovering) this.endRecovery();
    });
  }

  /** Lets the user try again, without waiting for the handler any longer. */
  readonly endRecovery = (): void => {
    if (isAway(this.#state)) this.#set({ status: 'idle', attempt: this.#state.attempt });
  };

  /** Forgets what has ended, for a dialog that is opened again. */
  reset(): void {
    const { status, attempt } = this.#state;
    if (status !== 'pending' && attempt > 0) this.#set({ status: 'idle', attempt: 0 });
  }

  #follow(request: Promise<void>): void {
    const all = participants.get(request) ?? new Set();
    participants.set(request, all.add(this));
    this.#set({ status: 'pending', attempt: this.#state.attempt + 1 });
    request.then(
      () => this.#succeed(all),
      (reason: unknown) => this.#fail(all, reason),
    );
  }

  #succeed(all: ReadonlySet<Cancellation>): void {
    this.#set({ status: 'canceled', attempt: this.#state.attempt });
    this.#handlers?.onCanceled(this.#isInCharge(all));
  }

  #fail(all: ReadonlySet<Cancellation>, reason: unknown): void {
    const isKnown = isPayError(reason) && Object.keys(errorActions).includes(reason.code);
    const error = isKnown ? reason : new PayError('unexpected-response'); // the outcome is unknown
    const wait = error.code === 'rate-limited' ? Math.min(error.retryAfter ?? 0, longestWait) : 0;
    const { attempt } = this.#state;
    this.#set({ status: 'error', attempt, error, retryAt: wait && Date.now() + wait, isRecovering: false });
    if (!this.#isInCharge(all)) return;
    if (!isKnown) reportUncaught(reason);
    this.#handlers?.onError(error);
  }

  /** The one that made the request, or, once its dialog is gone, the first whose dialog is not. */
  #isInCharge(all: ReadonlySet<Cancellation>): boolean {
    const [first] = all;
    const inCharge = [...all].find(({ isAttached }) => isAttached) ?? first;
    return inCharge === this;
  }

  #set(state: CancellationState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the dialog has left the page for a while, so that the user can sign in or link an account. */
export const isAway = (state: CancellationState): boolean => state.status === 'error' && state.isRecovering;
