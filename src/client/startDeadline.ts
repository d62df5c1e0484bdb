import { PayError } from './PayError.ts';

/** The time limit of one call. */
export interface Deadline {
  /** Aborted when the time is up. */
  signal: AbortSignal;
  /** In ms, by the wall clock, because timers stop while a device sleeps. */
  remaining: () => number;
  /** Rejects with `timeout` when the time is up. Never an unhandled rejection. */
  expired: Promise<never>;
  /** Settles like `promise`, or rejects with `timeout` if it settles after the deadline. */
  race: <T>(promise: Promise<T>) => Promise<T>;
  /** Clears the timer. */
  stop: () => void;
}

const longestTimer = 2 ** 31 - 1; // a longer setTimeout fires immediately

export function startDeadline(timeout: number): Deadline {
  const end = Date.now() + timeout;
  const remaining = () => end - Date.now();
  const controller = new AbortController();
  let expire = (): void => {};
  const expired = new Promise<never>((_, reject) => {
    expire = () => {
      reject(new PayError('timeout'));
      controller.abort();
    };
  });
  expired.catch(() => {});
  const timer = timeout > longestTimer ? undefined : setTimeout(expire, timeout);
  return {
    signal: controller.signal,
    remaining,
    expired,
    async race(promise) {
      const result = await Promise.race([promise, expired]);
      if (remaining() > 0) return result;
      expire();
      return expired;
    },
    stop: () => clearTimeout(timer),
  };
}
