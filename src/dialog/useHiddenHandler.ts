'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';

/**
 * Calls `onHidden` when the dialog is on the page but no longer displayed, because the app has hidden a modal or tab
 * around it. Otherwise the page behind would stay locked.
 *
 * @returns a callback for the dialog element's ref
 */
export function useHiddenHandler(onHidden: () => void): (content: HTMLElement | null) => void {
  const latest = useRef(onHidden);
  useIsomorphicLayoutEffect(() => {
    latest.current = onHidden;
  });
  const observer = useRef<ResizeObserver>(undefined);
  return useCallback((content: HTMLElement | null) => {
    observer.current?.disconnect();
    if (!content || typeof ResizeObserver !== 'function') return;
    observer.current = new ResizeObserver(() => {
      if (content.isConnected && content.getClientRects().length === 0) latest.current();
    });
    observer.current.observe(content);
  }, []);
}
