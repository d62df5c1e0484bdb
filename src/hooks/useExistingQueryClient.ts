'use client';

import { QueryClientContext, type QueryClient } from '@tanstack/react-query';
import { useContext } from 'react';

/**
 * The nearest `QueryClientProvider`'s client, or `queryClient` if one is given.
 *
 * @throws {Error} if there is neither
 */
export function useExistingQueryClient(queryClient?: QueryClient): QueryClient {
  const provided = useContext(QueryClientContext);
  const found = queryClient ?? provided;
  if (!found) {
    throw new Error(
      'No QueryClient found, so no payment could be canceled here. Wrap the tree in <QueryClientProvider client={queryClient}>.',
    );
  }
  return found;
}
