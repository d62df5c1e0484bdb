import { PayError } from './PayError.ts';

/** The time that one call has. */
export interface Deadline {
  /** Aborted when the time is up. */
  signal: AbortSignal;
  /** In ms, by the wall clock: timers stand still while a device sleeps. 0 when nobody waits for the call any more. */
  remaining: () => number;
  /** Rejects with `timeout` when the time is up. Always handled. */
  expired: Promise<never>;
  /** Settles like `promise`, unless the time is up first. A result that comes too late is a `timeout` as well. */
  race: <T>(promise: Promise<T>) => Promise<T>;
  /** Resolves after `milliseconds`; never, if it is stopped before. */
  wait: (milliseconds: number) => Promise<void>;
  /** Clears its timers. */
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
