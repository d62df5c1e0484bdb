import { MutationCache, QueryClient } from '@tanstack/react-query';
import { startDeadline } from '../../src/client/startDeadline.ts';
import { withRetries } from '../../src/client/withRetries.ts';

/** A call with automatic retries, which settles like its last attempt. */
export type Caller = (attempt: () => Promise<void>) => Promise<void>;

/** The default of `createPayClient`, in ms. */
const timeout = 10_000;

/** The package's retries and deadline, as `createPayClient` uses them. */
export const createPackageCaller =
  (retry: number): Caller =>
  async (attempt) => {
    const deadline = startDeadline(timeout);
    try {
      await withRetries(() => Promise.race([attempt(), deadline.expired]), { retry, deadline });
    } finally {
      deadline.stop();
    }
  };

/** A mutation of TanStack Query with its default `retryDelay`. */
export function createTanStackCaller(retry: number): Caller {
  const client = new QueryClient();
  const cache = new MutationCache();
  return async (attempt) => {
    // Always, so that it does not wait for the network, which Node.js knows nothing about.
    const mutation = cache.build(client, { mutationFn: attempt, retry, networkMode: 'always', gcTime: Infinity });
    try {
      await mutation.execute(undefined);
    } finally {
      cache.remove(mutation);
    }
  };
}
