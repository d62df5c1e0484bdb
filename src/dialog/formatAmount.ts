/**
 * An amount in major units as a reader of `locale` writes it. One that cannot be formatted is left out, because a wrong amount
 * would mislead; `error` says why.
 */
export function formatAmount(
  value: number | undefined,
  currency: string | undefined,
  locale: string,
): { text?: string; error?: unknown } {
  if (value === undefined) return {};
  try {
    if (!Number.isFinite(value)) throw new RangeError(`\`amount.value\` is ${value}.`);
    return { text: new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value) };
  } catch (error) {
    return { error };
  }
}
