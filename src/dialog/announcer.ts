export interface Announcer {
  say: (text: string, lang: string) => void;
  remove: () => void;
}

/** In ms: long enough for a screen reader to finish what it is saying and read this. */
const lifetime = 5000;

let lastHeard: HTMLElement | undefined;

/** A polite live region, for screen readers only. They miss the text of one that appears together with it. */
export function appendLiveRegion(parent: Element): HTMLElement {
  const region = document.createElement('div');
  region.setAttribute('aria-live', 'polite'); // spares it the `aria-hidden` of modal dialogs opened later
  // Through the CSSOM: a strict Content-Security-Policy forbids style attributes.
  region.style.cssText = 'position:fixed;inset:0;clip-path:inset(50%)';
  parent.append(region);
  return region;
}

/**
 * Speaks on the page, outside the dialog and the row that the button sits in, so that what it says outlives both. It is made
 * before it is needed.
 */
export function createAnnouncer(parent: Element): Announcer {
  const region = appendLiveRegion(parent);
  region.setAttribute('role', 'status');
  return {
    say(text, lang) {
      if (lastHeard !== region) lastHeard?.remove(); // what is over is not to be found beside it
      lastHeard = region;
      region.lang = lang; // not always the page's
      region.textContent = text;
      setTimeout(() => region.remove(), lifetime);
    },
    remove() {
      if (!region.textContent) region.remove();
    },
  };
}
