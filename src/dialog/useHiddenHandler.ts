'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { layerOf } from './Layer.ts';

/**
 * Keeps the page usable if the app hides or removes a modal, tab or row around an open dialog: calls `onHidden`, or moves
 * the dialog to the end of `<body>`.
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
      if (!content.isConnected) layerOf(content)?.moveTo(content.ownerDocument.body);
      else if (content.getClientRects().length === 0) latest.current();
    });
    observer.current.observe(content);
  }, []);
}
