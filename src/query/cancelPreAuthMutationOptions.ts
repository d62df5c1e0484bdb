import type { MutationOptions, QueryClient } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';

/** Finds the cancellations in a `MutationCache`; the transaction's id is in each one's `variables`. */
export const cancelPreAuthMutationKey = ['pace', 'pay', 'cancelPreAuth'] as const;

/** What {@link cancelPreAuthMutationOptions} sets, and nothing else: it can be spread into options of any context type. */
export type CancelPreAuthMutationOptions = Required<
  Pick<
    MutationOptions<void, PayError, CancelPreAuthParameters>,
    'mutationKey' | 'mutationFn' | 'retry' | 'networkMode' | 'gcTime'
  >
>;

/** By the variables of their mutation. A mutation can be pending for longer: until the app's callbacks have ended. */
const requestsInFlight = new WeakMap<object, Promise<void>>();

/** Remembers the request of a mutation while it lasts, so that a dialog that is opened meanwhile can wait for it as well. */
export function trackRequest(parameters: CancelPreAuthParameters, request: Promise<void>): Promise<void> {
  requestsInFlight.set(parameters, request);
  const forget = () => requestsInFlight.delete(parameters);
  request.then(forget, forget);
  return request;
}

/** What a `predicate` of TanStack Query's filters is given. */
interface FoundMutation {
  state: { variables: unknown };
}

/** Finds the cancellations of one transaction. */
export const isOfTransaction =
  (transactionId: string) =>
  ({ state: { variables } }: FoundMutation): boolean =>
    typeof variables === 'object' && variables !== null && 'transactionId' in variables
      ? variables.transactionId === transactionId
      : false;

/** The request that cancels this transaction now, started anywhere under this `QueryClient`. */
export function findRequest(queryClient: QueryClient, transactionId: string): Promise<void> | undefined {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: cancelPreAuthMutationKey, predicate: isOfTransaction(transactionId) })
    .map(({ state: { variables } }) => requestsInFlight.get(Object(variables)))
    .find((request) => request);
}

/**
 * TanStack Query options of the cancellation, for `useMutation`, a `MutationObserver` or a server. No React in it.
 * Spread it and override what you like.
 *
 * - `retry: false`: the client has retried already. TanStack Query would wait for a focused window and an online network
 *   before a retry, and then send by itself, maybe minutes later.
 * - `networkMode: 'always'`: offline is an error now, never a request that fires by itself when the network returns.
 * - `gcTime`: a finished cancellation leaves the cache after 5 s.
 * - No `scope`, even if the app's defaults set one: it would hold the request back behind other mutations.
 *
 * @example
 * ```ts
 * const { mutate } = useMutation(cancelPreAuthMutationOptions(client));
 * ```
 */
export function cancelPreAuthMutationOptions(client: PayClient): CancelPreAuthMutationOptions {
  const options = {
    mutationKey: cancelPreAuthMutationKey,
    mutationFn: (parameters: CancelPreAuthParameters) =>
      trackRequest(parameters, Promise.resolve(client.cancelPreAuth(parameters))),
    retry: false,
    networkMode: 'always' as const,
    gcTime: 5000, // in ms; with 0, TanStack Query would spin a timer while an unmounted mutation is pending
    scope: undefined, // not in the type: `exactOptionalPropertyTypes` forbids it
  };
  return options;
}
