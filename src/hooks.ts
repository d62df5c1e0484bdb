export { PayProvider, usePayClient, type PayProviderProps } from './hooks/PayProvider.tsx';
export { useCancelPreAuth, type UseCancelPreAuthOptions } from './hooks/useCancelPreAuth.ts';
export { useIsCancelingPreAuth } from './hooks/useIsCancelingPreAuth.ts';
export type { CancelPaymentMessages } from './messages/CancelPaymentMessages.ts';
