import type { QueryClient } from '@tanstack/react-query';
import type { PayClient } from '../client/createPayClient.ts';
import { isPayError, PayError } from '../client/PayError.ts';
import { findRequest, trackRequest } from '../query/requestsInFlight.ts';
import { callHandler, reportUncaught } from './callHandler.ts';
import { errorActions } from './errorActions.ts';
import { mirrorRequest } from './mirrorRequest.ts';

/** `attempt` is the number of attempts since the dialog was opened. */
export type CancellationState =
  | { status: 'idle'; attempt: number }
  | { status: 'pending'; attempt: number }
  | {
      status: 'error';
      attempt: number;
      error: PayError;
      /** When the user can try again, in ms since the epoch; 0 unless the server asks to wait. */
      retryAt: number;
      /** Whether the user is signing in or linking an account, outside of the dialog. */
      isRecovering: boolean;
    }
  | { status: 'canceled'; attempt: number };

/**
 * What a dialog does about an outcome. Of all dialogs that wait for the same request, one is in charge of notifying the
 * app.
 */
export interface CancellationHandlers {
  onCanceled: (isInCharge: boolean) => void;
  /** Called only for the dialog in charge. */
  onError: (error: PayError) => void;
}

/** In ms: the maximum wait before "Try again", even if the server asks for more. */
const longestRetryAfter = 60_000;

/** The cancellations that wait for the same request. */
interface Participants {
  /** The one that sent it comes first. */
  all: Set<Cancellation>;
  /** The one that notifies the app. */
  inCharge?: Cancellation | undefined;
}

const participantsByRequest = new WeakMap<Promise<void>, Participants>();

/**
 * The cancellation of one transaction, as one dialog shows it. Does not use React. Every transition out of `pending` is
 * here: however the request settles, the state becomes `canceled` or `error`.
 *
 * The outcome comes from the client, not from the mutation, which waits for the app's `MutationCache` callbacks. One
 * that throws or never settles would make a canceled payment look failed, or lock the dialog.
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
   * Sets the handlers of the dialog that shows this. The last ones are kept, because a request outlives its dialog.
   *
   * @returns call it when the dialog is hidden or removed
   */
  attach(handlers: CancellationHandlers): () => void {
    this.#handlers = handlers;
    this.#isAttached = true;
    return () => {
      this.#isAttached = false;
    };
  }

  /** Whether a dialog shows this now. */
  get isAttached(): boolean {
    return this.#isAttached;
  }

  /** Sends the request, unless one is in flight or has succeeded, or the user has to wait or is signing in. */
  confirm(client: PayClient, queryClient: QueryClient): void {
    const state = this.#state;
    if (state.status === 'pending' || state.status === 'canceled') return;
    if (state.status === 'error' && (state.isRecovering || timeToWait(state.retryAt) > 0)) return;
    const inFlight = findRequest(queryClient, this.transactionId);
    if (inFlight) {
      this.#follow(inFlight);
      return;
    }
    const variables = { transactionId: this.transactionId };
    // Not sent by the mutation: an app-wide `onMutate` that throws or never settles would block it.
    const request = (async () => client.cancelPreAuth(variables))();
    void trackRequest(variables, request);
    this.#follow(request);
    mirrorRequest(request, { variables, client, queryClient });
  }

  /** Joins a request that is already in flight, sent by another dialog or the hook. Sends nothing. */
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

  /** Stops waiting for the handler, and lets the user try again. */
  readonly endRecovery = (): void => {
    if (isRecovering(this.#state)) this.#set({ status: 'idle', attempt: this.#state.attempt });
  };

  /** Forgets an earlier outcome when the dialog is opened again. */
  reset(): void {
    const { status, attempt } = this.#state;
    if (status !== 'pending' && attempt > 0) this.#set({ status: 'idle', attempt: 0 });
  }

  #follow(request: Promise<void>): void {
    const participants = participantsByRequest.get(request) ?? { all: new Set() };
    participants.all.add(this);
    participantsByRequest.set(request, participants);
    this.#set({ status: 'pending', attempt: this.#state.attempt + 1 });
    request.then(
      () => this.#succeed(participants),
      (reason: unknown) => this.#fail(participants, reason),
    );
  }

  #succeed(participants: Participants): void {
    this.#set({ status: 'canceled', attempt: this.#state.attempt });
    this.#handlers?.onCanceled(this.#isInCharge(participants));
  }

  #fail(participants: Participants, reason: unknown): void {
    const isKnown = isPayError(reason) && Object.keys(errorActions).includes(reason.code);
    const error = isKnown ? reason : new PayError('unexpected-response'); // the outcome is unknown
    const wait = error.code === 'rate-limited' ? Math.min(error.retryAfter ?? 0, longestRetryAfter) : 0;
    const { attempt } = this.#state;
    this.#set({ status: 'error', attempt, error, retryAt: wait && Date.now() + wait, isRecovering: false });
    if (!this.#isInCharge(participants)) return;
    if (!isKnown) reportUncaught(reason);
    this.#handlers?.onError(error);
  }

  /** In charge is the first whose dialog is on the page when the request settles, or the first of all if none is. */
  #isInCharge(participants: Participants): boolean {
    const [first] = participants.all;
    participants.inCharge ??= [...participants.all].find(({ isAttached }) => isAttached) ?? first;
    return participants.inCharge === this;
  }

  #set(state: CancellationState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the dialog has temporarily left the page, so that the user can sign in or link an account. */
export const isRecovering = (state: CancellationState): boolean => state.status === 'error' && state.isRecovering;

/** In ms, until `retryAt`. A clock that was set back does not make it longer than the longest wait: then it is over. */
export function timeToWait(retryAt: number): number {
  const time = retryAt - Date.now();
  return time <= longestRetryAfter ? Math.max(0, time) : 0;
}
