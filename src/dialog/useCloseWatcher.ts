'use client';

import { useEffect, useRef } from 'react';

/** Not in TypeScript's DOM types yet. */
interface CloseWatcher extends EventTarget {
  destroy: () => void;
}
declare const CloseWatcher: (new () => CloseWatcher) | undefined;

/**
 * Android's back gesture calls `close` while `isOpen`, instead of leaving the page. While `isPending`, it does nothing.
 *
 * @see https://developer.mozilla.org/docs/Web/API/CloseWatcher
 */
export function useCloseWatcher({
  isOpen,
  isPending,
  close,
}: {
  isOpen: boolean;
  isPending: boolean;
  close: () => void;
}): void {
  const latest = useRef({ isPending, close });
  useEffect(() => {
    latest.current = { isPending, close };
  });
  useEffect(() => {
    if (!isOpen || typeof CloseWatcher !== 'function') return undefined;
    const Watcher = CloseWatcher;
    let watcher: CloseWatcher;
    function watch() {
      watcher = new Watcher();
      watcher.addEventListener('cancel', (event) => {
        if (latest.current.isPending) event.preventDefault();
      });
      watcher.addEventListener('close', () => {
        watch(); // it works once, and the dialog may stay: the second gesture in a row cannot be canceled
        latest.current.close();
      });
    }
    watch();
    return () => watcher.destroy();
  }, [isOpen]);
}
