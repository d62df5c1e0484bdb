'use client';

import {
  useMutation,
  useQueryClient,
  type QueryClient,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';
import { cancelPreAuthMutationOptions } from '../query/cancelPreAuthMutationOptions.ts';
import { usePayClient } from './PayProvider.tsx';

export interface UseCancelPreAuthOptions<TOnMutateResult = unknown> extends Omit<
  UseMutationOptions<void, PayError, CancelPreAuthParameters, TOnMutateResult>,
  'mutationFn' | 'mutationKey'
> {
  /** Default: the client of the nearest `PayProvider`. */
  client?: PayClient | undefined;
}

/**
 * TanStack Query's mutation that cancels a PreAuth payment; its result is returned untouched. The defaults of
 * {@link cancelPreAuthMutationOptions} hold, whatever the app's global ones are; each can be overridden.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment"
 * @example
 * ```tsx
 * const { mutate, isPending, error } = useCancelPreAuth();
 * <button onClick={() => mutate({ transactionId })}>Cancel payment</button>
 * ```
 */
export function useCancelPreAuth<TOnMutateResult = unknown>(
  { client, ...options }: UseCancelPreAuthOptions<TOnMutateResult> = {},
  queryClient?: QueryClient,
): UseMutationResult<void, PayError, CancelPreAuthParameters, TOnMutateResult> {
  const defaults = cancelPreAuthMutationOptions(usePayClient(client));
  // An option that is passed on as undefined is one that was not given: it must not undo a default.
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return useMutation({ ...defaults, ...given }, useQueryClient(queryClient));
}
