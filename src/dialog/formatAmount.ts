/**
 * Formats an amount in major units for `locale`. If that is impossible, there is no text, because a wrong amount would be
 * misleading, and `error` says why.
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
