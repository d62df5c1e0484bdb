export interface Announcer {
  say(text: string, lang: string): void;
  remove(): void;
}

/** In ms: long enough for a screen reader to finish what it is saying and read this. */
const lifetime = 5000;

let lastHeard: HTMLElement | undefined;

/**
 * A polite live region on the page, outside the dialog and the row that the button sits in, so that what it says outlives
 * both. It is made before it is needed: screen readers miss the text of a region that appears together with it.
 */
export function createAnnouncer(parent: Element): Announcer {
  const region = document.createElement('div');
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite'); // spares it the `aria-hidden` of modal dialogs opened later
  // Through the CSSOM: a strict Content-Security-Policy forbids style attributes.
  Object.assign(region.style, {
    position: 'fixed',
    top: '0',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  });
  parent.append(region);
  let said = false;
  return {
    say(text, lang) {
      said = true;
      if (lastHeard !== region) lastHeard?.remove(); // what is over is not to be found beside it
      lastHeard = region;
      region.lang = lang; // not always the page's
      region.textContent = text;
      setTimeout(() => region.remove(), lifetime);
    },
    remove() {
      if (!said) region.remove();
    },
  };
}
