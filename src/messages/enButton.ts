import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** The texts of the button, separate from the rest of English, which is in the dialog's chunk. */
export const enButton = {
  locale: 'en',
  trigger: 'Cancel payment',
  canceled: 'Payment canceled',
  loadFailed: 'This couldn’t be opened. Check your connection and tap again. If that doesn’t help, reload the page.',
} as const satisfies Partial<CancelPaymentMessages>;
