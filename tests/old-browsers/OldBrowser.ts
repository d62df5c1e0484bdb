import type { Inspection } from './inspect.ts';

/** What the tests do in a browser, whatever drives it. */
export interface OldBrowser {
  resize: (width: number, height: number) => Promise<void>;
  open: (url: string) => Promise<void>;
  inspect: () => Promise<Inspection | undefined>;
  /** Moves the pointer to the middle of the element, and presses it. It is released by `release`. */
  press: (selector: string) => Promise<void>;
  release: () => Promise<void>;
  tab: () => Promise<void>;
  /** A PNG. */
  screenshot: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** The center of an element, as a script to evaluate. */
export const centerOf = (selector: string): string =>
  `(() => { const { left, top, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
    return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) } })()`;
