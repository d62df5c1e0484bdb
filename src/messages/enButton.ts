import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** What the bare button says before the dialog is loaded. A module of its own, so that the rest of English can be a chunk's. */
export const enButton = {
  locale: 'en',
  trigger: 'Cancel payment',
  canceled: 'Payment canceled',
  loadFailed: 'This couldn’t be opened. Check your connection and tap again.',
} as const satisfies Partial<CancelPaymentMessages>;
