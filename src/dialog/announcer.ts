export interface Announcer {
  announce: (text: string, lang: string) => void;
  remove: () => void;
}

/** In ms: long enough for a screen reader to finish what it is saying and read this. */
const lifetime = 5000;

let lastAnnounced: HTMLElement | undefined;

/** A polite live region, for screen readers only. They miss the text of one that appears together with it. */
export function appendLiveRegion(parent: Element): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite'); // exempts it from the `aria-hidden` of modal dialogs opened later
  // Through the CSSOM: a strict Content-Security-Policy forbids style attributes.
  region.style.cssText = 'position:fixed;inset:0;clip-path:inset(50%)';
  parent.append(region);
  return region;
}

/**
 * Announces on the page, outside the dialog and the row that the button is in, so that the announcement outlives both. It is
 * created before it is needed.
 */
export function createAnnouncer(parent: Element): Announcer {
  const region = appendLiveRegion(parent);
  region.setAttribute('role', 'status');
  return {
    announce(text, lang) {
      if (lastAnnounced !== region) lastAnnounced?.remove(); // an old one must not be found beside it
      lastAnnounced = region;
      region.lang = lang; // not always the page's
      region.textContent = text;
      setTimeout(() => region.remove(), lifetime);
    },
    remove() {
      if (!region.textContent) region.remove();
    },
  };
}
