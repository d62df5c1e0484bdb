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
import { useQueryClientCheck } from './useQueryClientCheck.ts';

/** The options of TanStack Query's `useMutation`, without `mutationFn` and `mutationKey`. */
export interface UseCancelPreAuthOptions<TOnMutateResult = unknown> extends Omit<
  UseMutationOptions<void, PayError, CancelPreAuthParameters, TOnMutateResult>,
  'mutationFn' | 'mutationKey'
> {
  /** Default: the client of the nearest `PayProvider`. */
  client?: PayClient | undefined;
}

/**
 * A TanStack Query mutation that cancels a PreAuth payment; its result is returned unchanged. The defaults of
 * {@link cancelPreAuthMutationOptions} take precedence over the app's global ones, and each can be overridden.
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
  useQueryClientCheck(queryClient);
  const defaults = cancelPreAuthMutationOptions(usePayClient(client));
  // An option passed as undefined counts as not given, so that it does not override a default.
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return useMutation({ ...defaults, ...given }, useQueryClient(queryClient));
}
