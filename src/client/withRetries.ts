import { isOffline } from './isOffline.ts';
import { isPayError, type PayError } from './PayError.ts';
import type { Deadline } from './startDeadline.ts';

/** In ms. Nobody at a pump should wait longer than this without being asked. */
const longestWait = 3000;

/**
 * How long to wait before the next retry, in ms; `Infinity` if there should be none. Retried is what can be over within
 * seconds: network-error (unless the browser is offline), rate-limited, server-error, upstream-error. The delay is random,
 * so that clients do not come back all together after an outage, and grows: up to 1 s, 2 s, 3 s, after the time that the
 * server asks for.
 */
function retryDelay({ code, status, retryAfter, retryable }: PayError, retries: number): number {
  if (!retryable || code === 'timeout' || (code === 'network-error' && isOffline())) return Infinity;
  // Another origin may hide its `Retry-After`; these two statuses usually have one.
  const minimum = retryAfter ?? (status === 429 || status === 503 ? 1000 : 0);
  if (minimum > longestWait) return Infinity;
  return minimum + Math.random() * Math.min(1000 * (retries + 1), longestWait);
}

/**
 * Makes an attempt, and at most `retry` more within the time that is left, until one succeeds. The last error is the outcome:
 * what would have to wait past the deadline is not retried, nor what nobody waits for any more.
 */
export async function withRetries(
  attempt: () => Promise<void>,
  { retry, deadline }: { retry: number; deadline: Deadline },
): Promise<void> {
  for (let retries = 0; ; retries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      const delay = isPayError(error) && retries < retry ? retryDelay(error, retries) : Infinity;
      if (delay >= deadline.remaining()) throw error;
      await deadline.wait(delay);
      // A device that was asleep may wake up much later.
      if (deadline.remaining() <= 0) throw error;
    }
  }
}
