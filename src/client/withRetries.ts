import { isOffline } from './isOffline.ts';
import { onAbort } from './onAbort.ts';
import { isPayError, type PayError } from './PayError.ts';
import type { Deadline } from './startDeadline.ts';

/** In ms. Drivers at the pump should not have to wait longer than this for an automatic retry. */
const longestWait = 3000;

/**
 * The delay before the next retry in ms, or undefined if there should be none. Retries only errors that may be gone
 * within seconds: network-error (unless the browser is offline), rate-limited, server-error, upstream-error. The delay
 * is random, so that clients do not all return at the same time after an outage, and grows: up to 1 s, 2 s, then 3 s,
 * in addition to the time that the server asks for.
 */
function retryDelay({ code, status, retryAfter }: PayError, retries: number): number | undefined {
  if (!/^(network|server|upstream)-error$|^rate-limited$/.test(code)) return undefined;
  if (code === 'network-error' && isOffline()) return undefined;
  // Responses with these two statuses usually have a `Retry-After`, but CORS may hide it.
  const minimum = retryAfter ?? (status === 429 || status === 503 ? 1000 : 0);
  if (minimum > longestWait) return undefined;
  return minimum + Math.random() * Math.min(1000 * (retries + 1), longestWait);
}

/** Resolves after `milliseconds`, or when `signal` is aborted. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      ignoreAbort();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const ignoreAbort = onAbort(signal, end);
  });
}

/**
 * Runs `attempt`, and up to `retry` more times within the deadline, until it succeeds. Otherwise rejects with the last
 * error, immediately if the next retry would start after the deadline. Does not retry once `abandoned` is aborted.
 */
export async function withRetries(
  attempt: () => Promise<void>,
  { retry, deadline, abandoned }: { retry: number; deadline: Deadline; abandoned: AbortSignal },
): Promise<void> {
  for (let retries = 0; ; retries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      const delay = isPayError(error) && retries < retry ? retryDelay(error, retries) : undefined;
      if (delay === undefined || delay >= deadline.remaining() || abandoned.aborted) throw error;
      await wait(delay, abandoned);
      // A device that was asleep may wake up much later.
      if (deadline.remaining() <= 0 || abandoned.aborted) throw error;
    }
  }
}
