import { PayError } from './PayError.ts';

/**
 * The time that one call has. It is also over when no caller is waiting any longer, and when the user leaves the page,
 * which may come back from the back/forward cache: a request in flight may still succeed, but no other is sent.
 */
export interface Deadline {
  /** Aborted when the time is over, but not when no caller is waiting: then no request is in flight. */
  signal: AbortSignal;
  /** In ms, by the wall clock, because timers stop while a device sleeps. */
  remaining: () => number;
  /** Rejects with `timeout` when the time is over. Never an unhandled rejection. */
  expired: Promise<never>;
  /** Settles like `promise`, or rejects with `timeout` if the time is over first. */
  race: <T>(promise: Promise<T>) => Promise<T>;
  /** Resolves after `milliseconds`, or when the time is over. */
  wait: (milliseconds: number) => Promise<void>;
  /** Ends the time, because no caller is waiting any longer. */
  abandon: () => void;
  /** Clears the timers. */
  stop: () => void;
}

const longestTimer = 2 ** 31 - 1; // a longer setTimeout fires immediately

/** What calls in progress do when the user leaves the page. */
const leaving = new Set<() => void>();

// Not in Node, workers or React Native. One listener for all calls, because adding one for each takes browsers 2 µs.
if ('onpagehide' in globalThis) {
  globalThis.addEventListener('pagehide', () => {
    for (const leave of leaving) leave();
  });
}

export function startDeadline(timeout: number): Deadline {
  const end = Date.now() + timeout;
  const controller = new AbortController();
  const { signal } = controller;
  let isOver = false;
  const remaining = () => (isOver ? 0 : end - Date.now());
  let reject = (_error: PayError): void => {};
  const expired = new Promise<never>((_, rejectPromise) => {
    reject = rejectPromise;
  });
  const abandon = () => {
    isOver = true;
    stop();
    reject(new PayError('timeout'));
  };
  const expire = () => {
    abandon();
    controller.abort();
  };
  expired.catch(() => {});
  const timer = timeout > longestTimer ? undefined : setTimeout(expire, timeout);
  let endDelay = (): void => {};
  const leave = () => {
    isOver = true;
    endDelay();
  };
  const stop = () => {
    clearTimeout(timer);
    endDelay();
    leaving.delete(leave);
  };
  leaving.add(leave);

  async function race<T>(promise: Promise<T>): Promise<T> {
    const result = await Promise.race([promise, expired]);
    if (remaining() > 0) return result;
    expire(); // the device was asleep
    return expired;
  }

  return {
    signal,
    remaining,
    expired,
    race,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const delay = setTimeout(resolve, milliseconds);
        endDelay = () => {
          clearTimeout(delay);
          resolve();
        };
      }),
    abandon,
    stop,
  };
}
