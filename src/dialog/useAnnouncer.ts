'use client';

import { useCallback, useRef } from 'react';
import { createAnnouncer, type Announcer } from './announcer.ts';
import { layerOf } from './Layer.ts';

interface AnnouncerOfDialog {
  /** For the dialog element's ref, because the live region must be on the page before its text. */
  attachAnnouncer: (content: HTMLElement | null) => void;
  /** Announces `text` in the language `lang` to screen readers, outside of the dialog. */
  announce: (text: string, lang: string) => void;
}

/** A live region beside the dialog. It is removed with the dialog, or a few seconds after an announcement. */
export function useAnnouncer(): AnnouncerOfDialog {
  const content = useRef<HTMLElement>(null);
  const announcer = useRef<Announcer>(undefined);

  const attachAnnouncer = useCallback((element: HTMLElement | null) => {
    content.current = element;
    if (element) {
      announcer.current ??= createAnnouncer(layerOf(element)?.container ?? element.parentElement ?? document.body);
      return;
    }
    queueMicrotask(() => {
      if (content.current) return; // only the ref has changed
      announcer.current?.remove();
      announcer.current = undefined;
    });
  }, []);

  return {
    attachAnnouncer,
    announce(text, lang) {
      if (announcer.current) announcer.current.announce(text, lang);
      else setTimeout(createAnnouncer(document.body).announce, 100, text, lang); // the app has closed the dialog
    },
  };
}
