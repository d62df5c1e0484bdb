export type { CancelPaymentMessages } from './messages/CancelPaymentMessages.ts';
export { de } from './messages/de.ts';
export { en } from './messages/en.ts';
