import { report } from './callConsumer.ts';

/** An amount of money, in major units (12.5 is twelve and a half euros). */
export interface Amount {
  value: number;
  /** ISO 4217, e.g. `"EUR"`. */
  currency: string;
}

/** The amount as a reader of `locale` writes it. An amount that cannot be formatted is left out: a wrong one would mislead. */
export function formatAmount(amount: Amount | undefined, locale: string): string | undefined {
  if (!amount) return undefined;
  try {
    if (!Number.isFinite(amount.value))
      throw new RangeError(`\`amount.value\` must be a finite number, not ${amount.value}.`);
    return new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency }).format(amount.value);
  } catch (error) {
    report(error);
    return undefined;
  }
}
