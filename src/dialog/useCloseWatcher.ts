'use client';

import { useEffect, useRef } from 'react';

/** Not in TypeScript's DOM types yet. */
interface CloseWatcher extends EventTarget {
  destroy: () => void;
}
declare const CloseWatcher: (new () => CloseWatcher) | undefined;

/**
 * Android's back gesture calls `close` while `isOpen`, instead of leaving the page.
 *
 * @see https://developer.mozilla.org/docs/Web/API/CloseWatcher
 */
export function useCloseWatcher(isOpen: boolean, close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen || typeof CloseWatcher !== 'function') return undefined;
    const Watcher = CloseWatcher;
    let watcher: CloseWatcher;
    function watch() {
      watcher = new Watcher();
      watcher.addEventListener('close', () => {
        watch(); // it works once, and the dialog may stay, because it ignores `close` while a request is in flight
        latest.current();
      });
    }
    watch();
    return () => watcher.destroy();
  }, [isOpen]);
}
