'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import { isPayError, PayError } from '../client/PayError.ts';
import { shouldRetry } from '../hooks/cancelPreAuthMutation.ts';
import { useCancelPreAuth } from '../hooks/useCancelPreAuth.ts';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { report } from './callConsumer.ts';
import { errorActions } from './errorActions.ts';

export interface Cancellation {
  status: 'pending' | 'error' | 'canceled';
  /** Counts the user's attempts since the dialog opened, from 1. */
  attempt: number;
  error?: PayError | undefined;
}

interface Handlers {
  onCanceled: (transactionId: string) => void;
  onError: (error: PayError) => void;
}

/**
 * The cancellation of one transaction, as the dialog shows it.
 *
 * The outcome is the client's word, taken before the mutation's own state: an app's `MutationCache` callbacks run in between,
 * and one that throws or never ends would make a canceled payment look failed, or a failed one pending for good.
 */
export function useCancellation(client: PayClient, transactionId: string, handlers: Handlers) {
  // By transaction, so that nothing of one is ever shown on another, and one that is left for a while is found again.
  const [cancellations, setCancellations] = useState<ReadonlyMap<string, Cancellation>>(new Map());
  // A second click in the same tick sees this, but no new state yet. With the mutation's variables, which name the attempt.
  const inFlight = useRef(new Map<string, CancelPreAuthParameters>());
  const failures = useRef(new Map<unknown, string>()); // whose error it is: `retry` is told only the error

  // A request outlives the render that sent it, and the screen: when it ends, the handlers of then count.
  const latest = useRef(handlers);
  useIsomorphicLayoutEffect(() => {
    latest.current = handlers;
  });

  const settle = useCallback((id: string, error?: PayError) => {
    inFlight.current.delete(id);
    const status = error ? 'error' : 'canceled';
    setCancellations((now) => new Map(now).set(id, { status, attempt: now.get(id)?.attempt ?? 1, error }));
  }, []);

  function fail(id: string, cause: unknown): void {
    const isKnown = isPayError(cause) && cause.code in errorActions;
    if (!isKnown) report(cause);
    const error = isKnown ? cause : new PayError('unexpected-response'); // nobody knows what happened
    settle(id, error);
    latest.current.onError(error);
  }

  const observedClient = useMemo<PayClient>(
    () => ({
      async cancelPreAuth(parameters: CancelPreAuthParameters) {
        const id = parameters.transactionId;
        try {
          await client.cancelPreAuth(parameters);
        } catch (error) {
          failures.current.set(error, id);
          throw error;
        }
        settle(id);
        latest.current.onCanceled(id);
      },
    }),
    [client, settle],
  );

  const { mutateAsync } = useCancelPreAuth({
    client: observedClient,
    throwOnError: false, // the dialog shows it
    retry(failureCount, cause) {
      const id = failures.current.get(cause);
      if (shouldRetry(failureCount, cause)) {
        failures.current.delete(cause);
        return true;
      }
      if (id !== undefined) fail(id, cause);
      return false;
    },
  });

  const current = cancellations.get(transactionId);
  return {
    current,
    /** The transactions whose requests are on their way, also in the tick that started them. */
    inFlight,
    start(): void {
      if (inFlight.current.has(transactionId)) return;
      const variables = { transactionId };
      inFlight.current.set(transactionId, variables);
      setCancellations((now) =>
        new Map(now).set(transactionId, { status: 'pending', attempt: (now.get(transactionId)?.attempt ?? 0) + 1 }),
      );
      mutateAsync(variables).catch((error: unknown) => {
        if (failures.current.delete(error)) return;
        // An app-wide callback threw it: before the request, which is never sent then, or after the outcome is known.
        if (inFlight.current.get(transactionId) === variables) fail(transactionId, error);
        else report(error);
      });
    },
    /** Forgets what has ended, for a dialog that opens anew. */
    reset: useCallback(() => {
      setCancellations((now) => new Map([...now].filter(([id]) => inFlight.current.has(id))));
    }, []),
  };
}
