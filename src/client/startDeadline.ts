import { PayError } from './PayError.ts';

/** The time limit of one call. */
export interface Deadline {
  /** Aborted when the time is up. */
  signal: AbortSignal;
  /** In ms, by the wall clock, because timers stop while a device sleeps. 0 once no caller is waiting any longer. */
  remaining: () => number;
  /** Rejects with `timeout` when the time is up. Never an unhandled rejection. */
  expired: Promise<never>;
  /** Settles like `promise`, or rejects with `timeout` if it settles after the deadline. */
  race: <T>(promise: Promise<T>) => Promise<T>;
  /** Resolves after `milliseconds`, or never if it is stopped before. */
  wait: (milliseconds: number) => Promise<void>;
  /** Clears the timers. */
  stop: () => void;
}

const longestTimer = 2 ** 31 - 1; // a longer setTimeout fires immediately

/** @param abandoned aborted when nobody waits for the call any more */
export function startDeadline(timeout: number, abandoned: AbortSignal): Deadline {
  const end = Date.now() + timeout;
  const controller = new AbortController();
  const { signal } = controller;
  const remaining = () => (signal.aborted || abandoned.aborted ? 0 : end - Date.now());
  let expire = (): void => {};
  const expired = new Promise<never>((_, reject) => {
    expire = () => {
      reject(new PayError('timeout'));
      controller.abort();
    };
  });
  expired.catch(() => {});
  const timer = timeout > longestTimer ? undefined : setTimeout(expire, timeout);
  let delay: typeof timer;
  const stop = () => {
    clearTimeout(timer);
    clearTimeout(delay);
  };
  abandoned.addEventListener('abort', stop);
  return {
    signal,
    remaining,
    expired,
    async race(promise) {
      const result = await Promise.race([promise, expired]);
      if (remaining() > 0) return result;
      expire();
      return expired;
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        delay = setTimeout(resolve, milliseconds);
      }),
    stop,
  };
}
