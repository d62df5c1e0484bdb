export * from './client.ts';
export * from './hooks.ts';
export { CancelPaymentButton, type CancelPaymentButtonProps } from './button/CancelPaymentButton.tsx';
export { loadMessages } from './messages/loadMessages.ts';
