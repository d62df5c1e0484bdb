'use client';

import { useCallback, useRef, type RefObject } from 'react';
import { appendLiveRegion, createAnnouncer, type Announcer } from './announcer.ts';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { lineage, returnFocus } from './returnFocus.ts';

interface PageTraces {
  content: RefObject<HTMLDivElement | null>;
  /** For the dialog element's `ref`. */
  attachContent: (content: HTMLDivElement | null) => void;
  /** For Radix's `onCloseAutoFocus`. */
  handleExit: (event: Event) => void;
  /** Says `text` in the language `lang` to screen readers, outside of the dialog. */
  announce: (text: string, lang: string) => void;
}

/**
 * What an open dialog leaves on the page: where focus came from, and the live region. Both are taken back when it goes, its
 * exit animation included; then `onExited` is called.
 *
 * A second region in the dialog says `news`: VoiceOver is deaf to the rest of the page while a modal dialog is open.
 */
export function usePageTraces(
  trigger: RefObject<HTMLElement | null>,
  finalFocus: RefObject<HTMLElement | null> | undefined,
  news: string,
  onExited: () => void,
): PageTraces {
  const content = useRef<HTMLDivElement>(null);
  const opened = useRef<HTMLDivElement>(null); // <Activity> and StrictMode attach the same again
  const cameFrom = useRef<HTMLElement[]>([]);
  const announcer = useRef<Announcer>(undefined);
  const liveRegion = useRef<HTMLElement>(undefined);

  useIsomorphicLayoutEffect(() => {
    if (liveRegion.current) liveRegion.current.textContent = news;
  }, [news]);

  // Something outside asks for focus, and Radix denies it: a closing menu, for its button. There it belongs later.
  const noteClaim = useCallback(({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Element && !content.current?.contains(relatedTarget)) {
      cameFrom.current.unshift(...lineage(relatedTarget));
    }
  }, []);

  // A ref callback, not an effect: it runs before Radix moves focus and hides the rest of the page.
  const attachContent = useCallback(
    (element: HTMLDivElement | null) => {
      content.current = element;
      if (element) {
        if (element !== opened.current) {
          cameFrom.current = lineage(trigger.current ?? document.activeElement);
          liveRegion.current = appendLiveRegion(element);
          // Radix moves focus without scrolling, so it may be out of sight on a small or zoomed screen. Not after a pointer:
          // what is pressed must stay under it.
          element.addEventListener('focusin', () =>
            element.querySelector(':focus-visible')?.scrollIntoView?.({ block: 'nearest' }),
          );
        }
        opened.current = element;
        element.addEventListener('focusout', noteClaim);
        announcer.current ??= createAnnouncer(element.parentElement ?? document.body);
      } else {
        queueMicrotask(() => {
          if (content.current) return; // only the ref has changed
          announcer.current?.remove();
          announcer.current = undefined;
        });
      }
    },
    [trigger, noteClaim],
  );

  function handleExit(event: Event): void {
    const isTaken = event.defaultPrevented; // by the screen, which moves focus itself
    event.preventDefault();
    // StrictMode and <Activity> end effects without removing the element.
    if (event.target instanceof Element && event.target.isConnected) return;
    if (!isTaken) returnFocus([trigger.current, finalFocus?.current, ...cameFrom.current]);
    onExited();
  }

  return {
    content,
    attachContent,
    handleExit,
    announce(text, lang) {
      if (announcer.current) announcer.current.say(text, lang);
      else setTimeout(createAnnouncer(document.body).say, 100, text, lang); // the screen has closed the dialog
    },
  };
}
