interface Listener {
  callbacks: Set<() => void>;
  notify: () => void;
}

const listeners = new WeakMap<AbortSignal, Listener>();

function listenTo(signal: AbortSignal): Listener {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of callbacks) callback();
  };
  const listener = { callbacks, notify };
  listeners.set(signal, listener);
  signal.addEventListener('abort', notify);
  return listener;
}

/**
 * Calls `callback` when `signal` is aborted. Each signal gets only one listener, however many calls share it, because
 * Node warns about a leak from the eleventh on.
 *
 * @returns removes the callback
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, notify } = listeners.get(signal) ?? listenTo(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size > 0) return;
    signal.removeEventListener('abort', notify);
    listeners.delete(signal);
  };
}
