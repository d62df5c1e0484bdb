export * from './client.ts';
export { PayProvider, usePayClient, type PayProviderProps } from './hooks/PayProvider.tsx';
export { useCancelPreAuth, type UseCancelPreAuthOptions } from './hooks/useCancelPreAuth.ts';
export { useIsCancelingPreAuth } from './hooks/useIsCancelingPreAuth.ts';
export * as CancelPayment from './dialog/CancelPayment.tsx';
export type { CancelPaymentRootProps, CancelPaymentStatus } from './dialog/CancelPaymentRoot.tsx';
export { CancelPaymentDialog, type CancelPaymentDialogProps } from './dialog/CancelPaymentDialog.tsx';
export { CancelPaymentButton, type CancelPaymentButtonProps } from './button/CancelPaymentButton.tsx';
export type { CancelPaymentMessages } from './messages/CancelPaymentMessages.ts';
