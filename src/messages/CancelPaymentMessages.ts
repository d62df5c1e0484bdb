import type { PayErrorCode } from '../client/PayError.ts';

/**
 * Every text of one language, as plain data: it can be passed from a server component, or kept in JSON or a CMS. Complete on
 * purpose: a missing text is a type error, never another language. Words in braces are placeholders, and a text keeps them.
 */
export interface CancelPaymentMessages {
  /** BCP 47 tag. Formats the amount and becomes the dialog's `lang`. */
  locale: string;
  /** The button that opens the dialog. */
  trigger: string;
  /** The dialog's question. */
  title: string;
  /** Replaces the question while the outcome is unknown, or the server asks to wait. */
  titleNotConfirmed: string;
  /** Replaces the question when the user must sign in or link an account first. */
  titleActionRequired: string;
  /** Replaces the question when the payment can't be canceled here. */
  titleFinal: string;
  /** What confirming does, when the app gives no amount. */
  description: string;
  /** What confirming does; `{amount}` is the formatted amount. */
  descriptionWithAmount: string;
  /** Leaves everything as it is. Never a bare "Cancel", which would not say what it cancels. */
  keep: string;
  /** Cancels the payment. */
  confirm: string;
  /** On the confirming button while the request runs. */
  pending: string;
  retry: string;
  /** On the confirming button while the server asks to wait; `{seconds}` is a whole number. */
  retryIn: string;
  close: string;
  linkIdentity: string;
  signIn: string;
  /** On the button, announced, and the title of a dialog that stays open, once the cancellation is confirmed. */
  canceled: string;
  /** `{id}` is the request id, to quote to support. */
  reference: string;
  /** Beside the button, when the dialog's code could not be loaded. */
  loadFailed: string;
  errors: Record<PayErrorCode, string>;
}
