'use client';

import { useIsMutating } from '@tanstack/react-query';
import type { CancelPreAuthParameters } from '../client/createPayClient.ts';
import { useExistingQueryClient } from './useExistingQueryClient.ts';
import { cancelPreAuthMutationKey } from './cancelPreAuthMutation.ts';

/** Whether a cancellation of this transaction is on its way, started anywhere under the same `QueryClient`. */
export function useIsCancelingPreAuth(transactionId: string): boolean {
  return (
    useIsMutating(
      {
        mutationKey: cancelPreAuthMutationKey,
        predicate: ({ state }) =>
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the key is this mutation's alone
          (state.variables as CancelPreAuthParameters | undefined)?.transactionId === transactionId,
      },
      useExistingQueryClient(),
    ) > 0
  );
}
