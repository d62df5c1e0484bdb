import type { QueryClient } from '@tanstack/react-query';
import type { CancelPreAuthParameters } from '../client/createPayClient.ts';
import { cancelPreAuthMutationKey, isOfTransaction } from './cancelPreAuthMutationKey.ts';

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

/** The request in flight that cancels this transaction, started anywhere under this `QueryClient`. */
export function findRequest(queryClient: QueryClient, transactionId: string): Promise<void> | undefined {
  return queryClient
    .getMutationCache()
    .findAll({ mutationKey: cancelPreAuthMutationKey, predicate: isOfTransaction(transactionId) })
    .map(({ state: { variables } }) => requestsInFlight.get(Object(variables)))
    .find((request) => request);
}
