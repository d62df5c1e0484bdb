'use client';

import { useCallback, useRef, type RefObject } from 'react';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { lineage, returnFocus } from './returnFocus.ts';

interface PageTraces {
  content: RefObject<HTMLDivElement | null>;
  /** For the dialog element's `ref`. */
  attachContent: (content: HTMLDivElement | null) => void;
  /** For Radix's `onCloseAutoFocus`. */
  handleExit: (event: Event) => void;
  /** Says `text` to screen readers, outside of the dialog. */
  announce: (text: string) => void;
}

/**
 * What an open dialog leaves on the page: where focus came from, and the live region. Both are taken back when it goes, its
 * exit animation included; then `onExited` is called.
 */
export function usePageTraces(
  trigger: RefObject<HTMLElement | null>,
  finalFocus: RefObject<HTMLElement | null> | undefined,
  onExited: () => void,
): PageTraces {
  const content = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement[]>([]);
  const announcer = useRef<Announcer>(undefined);

  // A ref callback, not an effect: it runs before Radix moves focus and hides the rest of the page.
  const attachContent = useCallback(
    (element: HTMLDivElement | null) => {
      content.current = element;
      if (element) {
        if (cameFrom.current.length === 0) cameFrom.current = lineage(trigger.current ?? document.activeElement);
        announcer.current ??= createAnnouncer(element.parentElement ?? document.body);
      } else {
        queueMicrotask(() => {
          if (content.current) return; // only the ref has changed
          announcer.current?.remove();
          announcer.current = undefined;
        });
      }
    },
    [trigger],
  );

  function handleExit(event: Event): void {
    const isTaken = event.defaultPrevented; // by the screen, which moves focus itself
    event.preventDefault();
    // StrictMode and <Activity> end effects without removing the element.
    if (event.target instanceof Element && event.target.isConnected) return;
    if (!isTaken) returnFocus([trigger.current, finalFocus?.current, ...cameFrom.current]);
    cameFrom.current = [];
    onExited();
  }

  return {
    content,
    attachContent,
    handleExit,
    announce: (text) => (announcer.current ?? createAnnouncer(document.body)).say(text),
  };
}
