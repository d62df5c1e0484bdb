/**
 * The provider and the hooks, without the DOM.
 *
 * @module react-cancel-preauth/hooks
 */
export { PayProvider, usePayClient, type PayProviderProps } from './hooks/PayProvider.tsx';
export { useCancelPreAuth, type UseCancelPreAuthOptions } from './hooks/useCancelPreAuth.ts';
export { useIsCancelingPreAuth } from './hooks/useIsCancelingPreAuth.ts';
export type { CancelPreAuthParameters, PayClient } from './client/createPayClient.ts';
export type { PayError } from './client/PayError.ts';
export type { CancelPaymentMessages } from './messages/CancelPaymentMessages.ts';
