/**
 * The button, the provider, and everything of `/hooks` and `/client`.
 *
 * @module react-cancel-preauth
 */
export * from './client.ts';
export * from './hooks.ts';
export { CancelPaymentButton, type CancelPaymentButtonProps } from './button/CancelPaymentButton.tsx';
export { loadMessages } from './messages/loadMessages.ts';
