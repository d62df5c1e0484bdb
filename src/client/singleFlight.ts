import { onAbort } from './onAbort.ts';

/** A call that all callers with the same key share. */
export interface SharedCall {
  /** Sets what is called when no caller is waiting any longer and no request is held. */
  onAbandoned: (callback: () => void) => void;
  /** Marks a request that cannot be undone. Until it settles, the call continues without callers and can be joined. */
  hold: <T>(request: Promise<T>) => Promise<T>;
}

interface CallWithWaiters {
  settled: Promise<void>;
  wait: () => void;
  leave: () => void;
}

/** The reason of an aborted `signal`, or an `AbortError` on platforms without abort reasons. */
function reasonOf(signal: AbortSignal): unknown {
  return signal.reason === undefined
    ? Object.assign(new Error('The call was aborted.'), { name: 'AbortError' })
    : signal.reason;
}

/**
 * Wraps `run` so that overlapping calls with the same key share one call and its result. Aborting `signal` rejects only
 * that caller's promise, with the signal's reason.
 */
export function singleFlight(
  run: (key: string, call: SharedCall) => Promise<void>,
): (key: string, signal?: AbortSignal) => Promise<void> {
  const calls = new Map<string, CallWithWaiters>();

  function start(key: string): CallWithWaiters {
    let waiting = 0;
    let isHeld = false;
    let isAbandoned = false;
    let abandon = (): void => {};
    const forget = () => {
      if (calls.get(key) === call) calls.delete(key);
    };
    const abandonIfUnused = () => {
      if (waiting > 0 || isHeld) return;
      forget();
      isAbandoned = true;
      abandon();
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
    const onAbandoned = (callback: () => void) => {
      abandon = callback;
    };
    async function settle(): Promise<void> {
      await Promise.resolve(); // not in this tick, because `run` may abort, or start a call with the same key
      try {
        if (!isAbandoned) await run(key, { onAbandoned, hold });
      } finally {
        forget();
      }
    }
    const call: CallWithWaiters = {
      settled: settle(),
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

  return (key, signal) => {
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

/** @throws the reason of `signal`, if it is aborted */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw reasonOf(signal);
}
