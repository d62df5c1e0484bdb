'use client';

import { QueryClientContext, type QueryClient } from '@tanstack/react-query';
import { useContext } from 'react';

declare const process: { env: { NODE_ENV?: string } };

/**
 * Tells the developer why there is no `QueryClient`, even if the tree is wrapped in a `QueryClientProvider`. Otherwise, TanStack
 * Query's error is the same in both cases.
 *
 * Safe: reads `NODE_ENV`, as TanStack Query does. Bundlers replace it, so this is not in production.
 */
export function useQueryClientCheck(queryClient?: QueryClient): void {
  if (process.env.NODE_ENV === 'production') return;
  // oxlint-disable-next-line react/rules-of-hooks -- the condition never changes
  if (!useContext(QueryClientContext) && !queryClient) {
    throw new Error(
      'No QueryClient set, so no payment could be canceled here. Wrap the tree in <QueryClientProvider client={…}>. ' +
        'If it is wrapped, there are two copies of @tanstack/react-query: in CommonJS, `require` loads another one than ' +
        'this package imports, and a linked package can have its own. See docs/tanstack-query.md of react-cancel-preauth.',
    );
  }
}
