import type { MutationOptions } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import { isPayError, type PayError } from '../client/PayError.ts';

/** Finds the cancellations in a `MutationCache`; the transaction's id is in each one's `variables`. */
export const cancelPreAuthMutationKey = ['pace', 'pay', 'cancelPreAuth'] as const;

/** What {@link cancelPreAuthMutationOptions} sets, and nothing else: it can be spread into options of any context type. */
export type CancelPreAuthMutationOptions = Required<
  Pick<
    MutationOptions<void, PayError, CancelPreAuthParameters>,
    'mutationKey' | 'mutationFn' | 'retry' | 'retryDelay' | 'networkMode' | 'gcTime'
  >
>;

/** In ms. Nobody waits longer than this at a pump, before a dialog that is locked meanwhile. */
const longestWait = 3000;

/** Node and React Native have no `onLine`, or no navigator at all: they are not offline for all we know. */
const isOffline = (navigator?: { onLine?: boolean }): boolean => navigator?.onLine === false;

/** At most 2 repeats, and only of what a repeat within seconds can mend. Not of `timeout`: the user has waited already. */
export function shouldRetry(failureCount: number, error: PayError): boolean {
  return (
    failureCount < 2 &&
    isPayError(error) &&
    error.retryable &&
    error.code !== 'timeout' &&
    (error.retryAfter ?? 0) <= longestWait &&
    !(error.code === 'network-error' && isOffline(globalThis.navigator))
  );
}

/**
 * TanStack Query options of the cancellation, for `useMutation`, a `MutationObserver` or a server. No React in it.
 * Spread it and override what you like.
 *
 * - `retry`: at most 2 repeats of network-error (not while offline), rate-limited, server-error, upstream-error.
 * - `retryDelay`: in ms; random, growing, and never before the server's `Retry-After`.
 * - `networkMode: 'always'`: offline is an error now, never a request that fires by itself when the network returns.
 * - `gcTime: 0`: a finished cancellation leaves nothing in the cache.
 *
 * @example
 * ```ts
 * const { mutate } = useMutation(cancelPreAuthMutationOptions(client));
 * ```
 */
export function cancelPreAuthMutationOptions(client: PayClient): CancelPreAuthMutationOptions {
  return {
    mutationKey: cancelPreAuthMutationKey,
    mutationFn: (parameters) => client.cancelPreAuth(parameters),
    retry: shouldRetry,
    retryDelay: (failureCount, { retryAfter = 0 }) =>
      retryAfter + Math.random() * Math.max(retryAfter, Math.min(1000 * 2 ** failureCount, 8000)),
    networkMode: 'always',
    gcTime: 0,
  };
}
