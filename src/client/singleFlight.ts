import { onAbort } from './onAbort.ts';

/** One call, shared by all who ask for the same key while it lasts. */
export interface SharedCall {
  /** Aborted when nobody waits any more, unless a request is in flight. */
  abandoned: AbortSignal;
  /** A request that cannot be taken back: until it settles, the call outlives those who wait for it, and can be joined. */
  hold: <T>(request: Promise<T>) => Promise<T>;
}

interface CallWithWaiters {
  settled: Promise<void>;
  wait: () => void;
  leave: () => void;
}

/** What `signal` was aborted with; an `AbortError` on platforms that know no reasons. */
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason === undefined
    ? Object.assign(new Error('The call was aborted.'), { name: 'AbortError' })
    : signal.reason;
}

/**
 * Makes `run` a function that shares one call among all who ask for the same key meanwhile, and settles alike for all of
 * them. Aborting `signal` ends the caller's own waiting, with the signal's reason.
 */
export function singleFlight(
  run: (key: string, call: SharedCall) => Promise<void>,
): (key: string, signal?: AbortSignal) => Promise<void> {
  const calls = new Map<string, CallWithWaiters>();

  function start(key: string): CallWithWaiters {
    const controller = new AbortController();
    const abandoned = controller.signal;
    let waiting = 0;
    let isHeld = false;
    const forget = () => {
      if (calls.get(key) === call) calls.delete(key);
    };
    const abandonIfUnused = () => {
      if (waiting > 0 || isHeld) return;
      forget();
      controller.abort();
    };
    async function hold<T>(request: Promise<T>): Promise<T> {
      isHeld = true;
      try {
        return await request;
      } finally {
        isHeld = false;
        abandonIfUnused();
      }
    }
    const call: CallWithWaiters = {
      // Not in this tick: `run` may abort, or ask for the same key.
      settled: Promise.resolve()
        .then(() => (abandoned.aborted ? undefined : run(key, { abandoned, hold })))
        .finally(forget),
      wait: () => {
        waiting++;
      },
      leave: () => {
        waiting--;
        abandonIfUnused();
      },
    };
    calls.set(key, call);
    return call;
  }

  return async (key, signal) => {
    const call = calls.get(key) ?? start(key);
    call.wait();
    if (!signal) return call.settled;
    return new Promise((resolve, reject) => {
      const ignoreAbort = onAbort(signal, () => {
        ignoreAbort();
        call.leave();
        reject(reasonOf(signal));
      });
      call.settled.finally(ignoreAbort).then(resolve, reject);
    });
  };
}

/** @throws what `signal` was aborted with, if it was */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}
