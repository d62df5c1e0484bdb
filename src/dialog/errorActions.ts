import type { PayErrorCode } from '../client/PayError.ts';

/** What the dialog offers besides Close. A code without an entry is a type error. */
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

/** Whether nothing can be done about an error here, whatever handlers the app has. */
export const isFinal = (code: PayErrorCode): boolean => errorActions[code] === 'none';
