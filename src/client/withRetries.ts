import { isOffline } from './isOffline.ts';
import { isPayError, type PayError } from './PayError.ts';
import type { Deadline } from './startDeadline.ts';

/** In ms. Drivers at the pump should not have to wait longer than this for an automatic retry. */
const longestDelay = 3000;

/**
 * The delay before the next retry in ms, or `Infinity` if there should be none. Retries only errors that may be gone
 * within seconds: network-error (unless the browser is offline), rate-limited, server-error, upstream-error. The delay
 * is random, so that clients do not all return at the same time after an outage, and grows: up to 1 s, 2 s, then 3 s,
 * in addition to the time that the server asks for.
 */
function retryDelay({ code, status, retryAfter, retryable }: PayError, retries: number): number {
  if (!retryable || code === 'timeout' || (code === 'network-error' && isOffline())) return Infinity;
  // Responses with these two statuses usually have a `Retry-After`, but CORS may hide it.
  const minimum = retryAfter ?? (status === 429 || status === 503 ? 1000 : 0);
  if (minimum > longestDelay) return Infinity;
  return minimum + Math.random() * Math.min(1000 * (retries + 1), longestDelay);
}

/**
 * Runs `attempt`, and up to `retry` more times within the deadline, until it succeeds. Otherwise rejects with the last
 * error, immediately if the next retry would start after the deadline, or no caller is waiting any longer.
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
