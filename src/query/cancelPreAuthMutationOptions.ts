import type { MutationOptions } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';
import { cancelPreAuthMutationKey } from './cancelPreAuthMutationKey.ts';
import { trackRequest } from './requestsInFlight.ts';

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
