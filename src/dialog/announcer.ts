import { insertWithoutShift } from './insertWithoutShift.ts';

export interface Announcer {
  announce: (text: string, lang: string) => void;
  remove: () => void;
}

/** In ms: long enough for a screen reader to finish what it is saying and read this. */
const lifetime = 5000;

let lastAnnounced: HTMLElement | undefined;

/** A polite live region for screen readers only. They miss text that appears together with its region. */
export function createLiveRegion(): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite'); // exempts it from the `aria-hidden` of modal dialogs opened later
  // Through the CSSOM, because a strict Content-Security-Policy blocks style attributes.
  region.style.cssText = 'position:fixed;inset:0;clip-path:inset(50%)';
  return region;
}

/**
 * Announces outside of the dialog and of the button's row, so that the announcement outlives both. Create it before it is
 * needed. If `parent` is removed before the text can have been read, such as a modal that the app closes, it is announced again
 * in `<body>`.
 */
export function createAnnouncer(parent: ParentNode & Node): Announcer {
  const region = createLiveRegion();
  region.setAttribute('role', 'status');
  insertWithoutShift(region, parent);
  return {
    announce(text, lang) {
      if (lastAnnounced !== region) lastAnnounced?.remove(); // only the last announcement stays on the page
      lastAnnounced = region;
      region.lang = lang; // may differ from the page's
      region.textContent = text;
      setTimeout(() => {
        if (parent.isConnected || lastAnnounced !== region) return;
        document.body.append(region);
        setTimeout(() => region.replaceChildren(text), 100);
      }, 500);
      setTimeout(() => region.remove(), lifetime);
    },
    remove() {
      if (!region.textContent) region.remove();
    },
  };
}
