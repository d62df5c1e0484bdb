import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Each behind an `import()` of its own, so that bundlers make a chunk of each. */
const languages = {
  ar: async () => (await import('./ar.ts')).ar,
  cs: async () => (await import('./cs.ts')).cs,
  da: async () => (await import('./da.ts')).da,
  de: async () => (await import('./de.ts')).de,
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
  fr: async () => (await import('./fr.ts')).fr,
  it: async () => (await import('./it.ts')).it,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  pt: async () => (await import('./pt.ts')).pt,
  ro: async () => (await import('./ro.ts')).ro,
  ru: async () => (await import('./ru.ts')).ru,
} satisfies Record<string, () => Promise<CancelPaymentMessages>>;

/** The tag's language as it is written today (`mo` is `ro`); undefined if there are no texts for it, or it is no tag, as `*`. */
function languageOf(tag: string): keyof typeof languages | undefined {
  try {
    const { language } = new Intl.Locale(tag.replace(/[^a-z].*/i, ''));
    return isKnown(language) ? language : undefined;
  } catch {
    return undefined;
  }
}

const isKnown = (language: string): language is keyof typeof languages => Object.hasOwn(languages, language);

/**
 * Loads the texts of the first language in `preferred` that this package speaks, and of no other: each language is a chunk
 * of its own. Regions are ignored (`de-AT` is German, `pt-BR` gets the European Portuguese), and so are tags that cannot be
 * read. Where nothing is found, it is English.
 *
 * Set `<html lang dir>` to match, for Arabic above all: the texts do not mirror the page.
 *
 * @param preferred BCP 47 tags, the best first, such as `navigator.languages` or the sorted tags of an `Accept-Language` header
 * @returns resolves to the messages, complete, for `PayProvider` or a component's `messages`; rejects as `import()` does
 *   when the chunk cannot be loaded. A `PayProvider` without messages speaks English, so a screen need not wait or fail.
 * @example
 * ```tsx
 * const messages = await loadMessages(navigator.languages).catch(() => undefined);
 * root.render(<PayProvider client={client} messages={messages}>…</PayProvider>);
 * ```
 */
export async function loadMessages(preferred: readonly string[]): Promise<CancelPaymentMessages> {
  const language = preferred.map(languageOf).find((known) => known !== undefined) ?? 'en';
  return languages[language]();
}
