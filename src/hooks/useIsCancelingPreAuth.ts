'use client';

import { useIsMutating } from '@tanstack/react-query';
import { cancelPreAuthMutationKey, isOfTransaction } from '../query/cancelPreAuthMutationKey.ts';
import { useQueryClientCheck } from './useQueryClientCheck.ts';

/** Whether a cancellation of this transaction is in flight, started anywhere under the same `QueryClient`. */
export function useIsCancelingPreAuth(transactionId: string): boolean {
  useQueryClientCheck();
  return useIsMutating({ mutationKey: cancelPreAuthMutationKey, predicate: isOfTransaction(transactionId) }) > 0;
}
