import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Each language has its own `import()`, so that bundlers put it into its own chunk. */
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

/**
 * The language of a tag by its current code (`mo` is `ro`), or undefined if it is not available, or the tag is invalid
 * (`*`).
 */
function languageOf(tag: string): keyof typeof languages | undefined {
  try {
    const { language } = new Intl.Locale(tag.replace(/[^a-z].*/i, ''));
    return isKnown(language) ? language : undefined;
  } catch {
    return undefined;
  }
}

// Not Object.hasOwn, which Safari lacks before 15.4.
const isKnown = (language: string): language is keyof typeof languages => Object.keys(languages).includes(language);

/**
 * Loads the messages of the first language in `preferred` that this package has, and no others: each language is a
 * separate chunk. Ignores regions (`de-AT` is German, `pt-BR` gets European Portuguese) and invalid tags. Falls back to
 * English.
 *
 * Set `lang` and `dir` of `<html>` to match, especially for Arabic: messages do not change the page's direction.
 *
 * @param preferred BCP 47 tags, most preferred first, such as `navigator.languages` or the sorted tags of an
 *   `Accept-Language` header
 * @returns resolves to the messages, for `PayProvider` or a component's `messages`; rejects like `import()` if the
 *   chunk cannot be loaded. A `PayProvider` without messages uses English, so the app need not wait or fail.
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
