/** The scripts in use that are written from right to left, as ISO 15924 codes. */
const rightToLeft = new Set<string | undefined>([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
]);

/** The text direction of a language, by its BCP 47 tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  try {
    return rightToLeft.has(new Intl.Locale(locale).maximize().script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr'; // not a language tag
  }
}
