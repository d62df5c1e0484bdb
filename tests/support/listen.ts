import { virtual } from '@guidepup/virtual-screen-reader';
import { onTestFinished } from 'vitest';

interface Listener {
  /** What was said since the last call, in order. */
  heard: () => Promise<string[]>;
  /** What is said on the way through the open dialog with the reading cursor, once from its beginning to its end. */
  read: () => Promise<string[]>;
}

/** A space that keeps words together sounds like any other. */
export const withPlainSpaces = (text: string): string => text.replaceAll(/\s/g, ' ');

/** Turns a virtual screen reader on for the rest of the test. `title` is the dialog's name. */
export async function listen(title: string): Promise<Listener> {
  await virtual.start({ container: document.body });
  await virtual.clearSpokenPhraseLog(); // the page itself
  onTestFinished(() => virtual.stop());

  async function heard(): Promise<string[]> {
    await new Promise((resolve) => setTimeout(resolve, 50)); // for what is said late
    const phrases = await virtual.spokenPhraseLog();
    await virtual.clearSpokenPhraseLog();
    return phrases.map(withPlainSpaces).filter(
      (phrase) =>
        // The virtual one takes an alertdialog for a live region, and repeats its name whenever an attribute inside changes.
        phrase !== `assertive: ${title}` &&
        // The text of a live region was taken away.
        !/^(assertive|polite): $/.test(phrase),
    );
  }

  async function readToEnd(): Promise<void> {
    do await virtual.next();
    while (!(await virtual.lastSpokenPhrase()).startsWith('end of alertdialog'));
  }

  return {
    heard,
    async read() {
      await readToEnd(); // from wherever the cursor is; the next item is the first
      await virtual.clearSpokenPhraseLog();
      await readToEnd();
      const phrases = await heard();
      // An empty live region is nothing to stop at.
      return phrases.filter((phrase) => !/^(alert|status)$/.test(phrase) || phrases.includes(`end of ${phrase}`));
    },
  };
}
