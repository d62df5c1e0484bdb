import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';
import { enButton } from './enButton.ts';

/** English, the default. */
export const en: CancelPaymentMessages = {
  ...enButton,
  title: 'Cancel this payment?',
  description: ({ amount }) =>
    amount
      ? `We’ll release the ${amount} reserved for fueling. Your bank decides when that shows in your account.`
      : 'We’ll release the amount reserved for fueling. Your bank decides when that shows in your account.',
  keep: 'Keep payment',
  confirm: 'Cancel payment',
  pending: 'Canceling…',
  retry: 'Try again',
  close: 'Close',
  linkIdentity: 'Link account',
  signIn: 'Sign in',
  reference: (id) => `Reference: ${id}`,
  errors: {
    'forbidden': 'This payment can no longer be canceled. It has already been used, or it is closed.',
    'not-found': 'We couldn’t find this payment. If you still see it, please contact support.',
    'missing-linked-identity': 'To cancel this payment, first link your account with the payment partner.',
    'unauthorized': 'Your session has expired. Sign in again to cancel this payment.',
    'insufficient-scope': 'This app isn’t allowed to cancel payments. Please contact support.',
    'invalid-request': 'This payment can’t be canceled here: the request wasn’t accepted. Please contact support.',
    'invalid-transaction-id': 'This payment can’t be canceled here, and nothing was sent. Please contact support.',
    'rate-limited': 'Too many requests right now. Wait a moment, then try again.',
    'server-error': 'Something went wrong on our side, and your cancellation is not confirmed. Trying again is safe.',
    'upstream-error': 'We couldn’t confirm the cancellation: a partner service didn’t answer. Trying again is safe.',
    'timeout': 'We couldn’t confirm the cancellation: the answer took too long. Trying again is safe.',
    'network-error': 'We couldn’t confirm the cancellation. Check your connection. Trying again is safe.',
    'unexpected-response': 'We couldn’t confirm the cancellation: the answer made no sense. Trying again is safe.',
  },
};
