import { virtual } from '@guidepup/virtual-screen-reader';
import { onTestFinished } from 'vitest';
import type { CancelPaymentMessages } from '../../src/index.ts';

interface ScreenReader {
  /** The phrases spoken since the last call, in order. */
  takeSpoken: () => Promise<string[]>;
  /** The phrases spoken when the reading cursor moves through the open dialog from beginning to end. */
  readDialog: () => Promise<string[]>;
}

/** Replaces non-breaking spaces, which sound like any other. */
export const withPlainSpaces = (text: string): string => text.replaceAll(/\s/g, ' ');

/** Runs a virtual screen reader for the rest of the test, on a page that speaks the language of `messages`. */
export async function startScreenReader(messages: CancelPaymentMessages): Promise<ScreenReader> {
  const { title, titleNotConfirmed, titleActionRequired, titleFinal } = messages;
  const names = new Set(
    [title, titleNotConfirmed, titleActionRequired, titleFinal].map((name) => `assertive: ${name}`),
  );
  await virtual.start({ container: document.body });
  await virtual.clearSpokenPhraseLog(); // the page itself
  onTestFinished(() => virtual.stop());

  async function takeSpoken(): Promise<string[]> {
    await new Promise((resolve) => setTimeout(resolve, 50)); // for delayed announcements
    const phrases = await virtual.spokenPhraseLog();
    await virtual.clearSpokenPhraseLog();
    return phrases.map(withPlainSpaces).filter(
      (phrase) =>
        // The virtual screen reader treats an alertdialog as a live region, and repeats its name whenever an attribute inside changes.
        !names.has(phrase) &&
        // The text of a live region was removed.
        !/^(assertive|polite): $/.test(phrase),
    );
  }

  async function readToEnd(): Promise<void> {
    do await virtual.next();
    while (!(await virtual.lastSpokenPhrase()).startsWith('end of alertdialog'));
  }

  return {
    takeSpoken,
    async readDialog() {
      await readToEnd(); // from wherever the cursor is; the next item is the first
      await virtual.clearSpokenPhraseLog();
      await readToEnd();
      const phrases = await takeSpoken();
      // Screen readers skip an empty live region.
      return phrases.filter((phrase) => !/^(alert|status)$/.test(phrase) || phrases.includes(`end of ${phrase}`));
    },
  };
}
