import type { MutationOptions, QueryClient } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';

/** The key of all cancellations in a `MutationCache`. The transaction's ID is in the `variables` of each. */
export const cancelPreAuthMutationKey = ['pace', 'pay', 'cancelPreAuth'] as const;

/**
 * Only what {@link cancelPreAuthMutationOptions} sets, so that it can be spread into options with any
 * `TOnMutateResult`.
 */
export type CancelPreAuthMutationOptions = Required<
  Pick<
    MutationOptions<void, PayError, CancelPreAuthParameters>,
    'mutationKey' | 'mutationFn' | 'retry' | 'networkMode' | 'gcTime'
  >
>;

/** By the variables of their mutation, which stays pending for longer: until the app's callbacks have settled. */
const requestsInFlight = new WeakMap<object, Promise<void>>();

/** Remembers the request of a mutation until it settles, so that a dialog that is opened meanwhile can join it. */
export function trackRequest(parameters: CancelPreAuthParameters, request: Promise<void>): Promise<void> {
  const forget = () => {
    if (requestsInFlight.get(parameters) === request) requestsInFlight.delete(parameters);
  };
  request.then(forget, forget);
  // Without types, an app may pass anything, which the client then refuses.
  if (Object(parameters) === parameters) requestsInFlight.set(parameters, request);
  return request;
}

/** The argument of a `predicate` in TanStack Query's filters. */
interface FoundMutation {
  state: { variables: unknown };
}

/** A `predicate` for the cancellations of one transaction. */
export const isOfTransaction =
  (transactionId: string) =>
  ({ state: { variables } }: FoundMutation): boolean =>
    typeof variables === 'object' && variables !== null && 'transactionId' in variables
      ? variables.transactionId === transactionId
      : false;

/** The request in flight that cancels this transaction, started anywhere under this `QueryClient`. */
export function findRequest(queryClient: QueryClient, transactionId: string): Promise<void> | undefined {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: cancelPreAuthMutationKey, predicate: isOfTransaction(transactionId) })
    .map(({ state: { variables } }) => requestsInFlight.get(Object(variables)))
    .find((request) => request);
}

/**
 * TanStack Query options for the cancellation, for `useMutation`, a `MutationObserver` or a server. They do not need
 * React. Spread them to override any of them.
 *
 * - `retry: false`: the client retries. TanStack Query would wait until the window is focused and the network is
 *   online, and then send the request by itself, possibly minutes later.
 * - `networkMode: 'always'`: being offline is an error immediately, not a request that is sent once the network
 *   returns.
 * - `gcTime`: a finished cancellation leaves the cache after 5 s.
 * - No `scope`, even if the app's defaults set one: it would queue the request behind other mutations.
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
