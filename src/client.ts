/**
 * The client, its errors and the options of the mutation, without React and the DOM.
 *
 * @module react-cancel-preauth/client
 */
export type { AccessToken } from './client/accessTokens.ts';
export {
  createPayClient,
  type CancelPreAuthParameters,
  type HeadersLike,
  type PayClient,
  type PayClientOptions,
} from './client/createPayClient.ts';
export { payEnvironments } from './client/resolveBaseUrl.ts';
export { isPayError, PayError, type JsonApiError, type PayErrorCode, type PayErrorDetails } from './client/PayError.ts';
export { cancelPreAuthMutationKey } from './query/cancelPreAuthMutationKey.ts';
export {
  cancelPreAuthMutationOptions,
  type CancelPreAuthMutationOptions,
} from './query/cancelPreAuthMutationOptions.ts';
