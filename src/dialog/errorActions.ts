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

/** The confirming button's role at a given time. */
export type ConfirmAction = 'confirm' | (typeof errorActions)[PayErrorCode];
