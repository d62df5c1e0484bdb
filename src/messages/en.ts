import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';
import { enButton } from './enButton.ts';

/** English, the default. */
export const en: CancelPaymentMessages = {
  ...enButton,
  title: 'Cancel this payment?',
  titleNotConfirmed: 'Cancellation not confirmed',
  titleActionRequired: 'One more step',
  titleFinal: 'This payment can’t be canceled',
  description: 'We’ll release the amount reserved for fueling. Your bank decides when it shows in your account.',
  descriptionWithAmount:
    'We’ll release the {amount} reserved for fueling. Your bank decides when it shows in your account.',
  keep: 'Keep payment',
  confirm: 'Cancel payment',
  pending: 'Canceling…',
  retry: 'Try again',
  retryIn: 'Try again in {seconds}\u00a0s',
  close: 'Close',
  linkIdentity: 'Link account',
  signIn: 'Sign in',
  reference: 'Reference: {id}',
  errors: {
    'forbidden': 'This payment can no longer be canceled because it has already been used or closed.',
    'not-found': 'We couldn’t find this payment. If you can still see it, contact support.',
    'missing-linked-identity': 'To cancel this payment, link your account with the payment partner first.',
    'unauthorized': 'Your session has expired. Sign in again to cancel this payment.',
    'insufficient-scope': 'This app isn’t allowed to cancel payments. Contact support for help.',
    'invalid-request':
      'This payment can’t be canceled here because the request wasn’t accepted. Contact support for help.',
    'invalid-transaction-id':
      'This payment can’t be canceled here because its ID isn’t valid. Nothing was sent. Contact support for help.',
    'rate-limited': 'There are too many requests right now. Wait a moment, then try again.',
    'server-error': 'Something went wrong on our end, and the cancellation isn’t confirmed. It’s safe to try again.',
    'upstream-error':
      'We couldn’t confirm the cancellation because a partner service didn’t respond. It’s safe to try again.',
    'timeout':
      'We couldn’t confirm the cancellation because the server took too long to respond. It’s safe to try again.',
    'network-error': 'We couldn’t confirm the cancellation. Check your connection. It’s safe to try again.',
    'unexpected-response':
      'We couldn’t confirm the cancellation because we got an unexpected response. It’s safe to try again.',
  },
};
