'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { createLiveRegion } from './announcer.ts';

/**
 * Announces `news` in a live region inside the dialog: VoiceOver ignores the rest of the page while a modal dialog is
 * open.
 *
 * @returns a callback for the dialog element's ref
 */
export function useLiveRegion(news: string): (content: HTMLElement | null) => void {
  const region = useRef<HTMLElement>(undefined);

  useIsomorphicLayoutEffect(() => {
    if (region.current) region.current.textContent = news;
  }, [news]);

  return useCallback((content: HTMLElement | null) => {
    // <Activity> and StrictMode attach the same element again.
    if (!content || region.current?.parentElement === content) return;
    region.current = createLiveRegion();
    content.append(region.current);
  }, []);
}
