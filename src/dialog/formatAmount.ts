import { report } from './callConsumer.ts';

/**
 * An amount in major units as a reader of `locale` writes it. One that cannot be formatted is left out and reported: a wrong
 * amount would mislead.
 */
export function formatAmount(
  value: number | undefined,
  currency: string | undefined,
  locale: string,
): string | undefined {
  if (value === undefined) return undefined;
  try {
    if (!Number.isFinite(value)) throw new RangeError(`\`amount.value\` must be a finite number, not ${value}.`);
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
  } catch (error) {
    report(error);
    return undefined;
  }
}
