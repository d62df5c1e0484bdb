import type { PayErrorCode } from '../client/PayError.ts';

/** What the dialog offers besides Close. Every code is listed: a new one must decide. */
export const errorActions = {
  'forbidden': 'none',
  'not-found': 'none',
  'insufficient-scope': 'none',
  'invalid-request': 'none',
  'invalid-transaction-id': 'none',
  'missing-linked-identity': 'linkIdentity',
  'unauthorized': 'signIn',
  'rate-limited': 'retry',
  'server-error': 'retry',
  'upstream-error': 'retry',
  'timeout': 'retry',
  'network-error': 'retry',
  'unexpected-response': 'retry',
} as const satisfies Record<PayErrorCode, string>;

/** Nothing can be done about it here, whatever the app offers. */
export const isFinal = (code: PayErrorCode): boolean => errorActions[code] === 'none';
