import type { PayErrorCode } from '../client/PayError.ts';

/**
 * All texts of one language, as plain data: they can be passed from a server component, or stored in JSON or a CMS.
 * Every key is required, so a missing text is a type error, never a fallback to another language. Keep the placeholders
 * in braces.
 */
export interface CancelPaymentMessages {
  /** BCP 47 tag. Formats the amount and becomes the dialog's `lang`. */
  locale: string;
  /** The button that opens the dialog. */
  trigger: string;
  /** The dialog's question. */
  title: string;
  /** Replaces the question when the cancellation is not confirmed and can be tried again. */
  titleNotConfirmed: string;
  /** Replaces the question when the user must sign in or link an account first. */
  titleActionRequired: string;
  /** Replaces the question when the payment can't be canceled here. */
  titleFinal: string;
  /** What confirming does, when the app gives no amount. */
  description: string;
  /** What confirming does; `{amount}` is the formatted amount. */
  descriptionWithAmount: string;
  /** Closes the dialog without canceling. Never a bare "Cancel", which would not say what it cancels. */
  keep: string;
  /** Cancels the payment. */
  confirm: string;
  /** On the button that confirms, while the request is in flight. */
  pending: string;
  /** On the button that confirms, after an error that allows another attempt. */
  retry: string;
  /** On the button that confirms, while the server asks to wait; `{seconds}` is a whole number. */
  retryIn: string;
  /** Replaces `keep` after the first attempt. */
  close: string;
  /** On the button that confirms, after `missing-linked-identity`. */
  linkIdentity: string;
  /** On the button that confirms, after `unauthorized`. */
  signIn: string;
  /** Once the cancellation is confirmed: on the button, announced, and as the title of a dialog that stays open. */
  canceled: string;
  /** `{id}` is the request ID, to quote to support. */
  reference: string;
  /** Beside the button if the dialog's code could not be loaded. */
  loadFailed: string;
  /** What is known, and what the user can do, for each code. */
  errors: Record<PayErrorCode, string>;
}
