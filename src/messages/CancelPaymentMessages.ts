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
  retry: string;
  /** On the button that confirms, while the server asks to wait; `{seconds}` is a whole number. */
  retryIn: string;
  close: string;
  linkIdentity: string;
  signIn: string;
  /** Once the cancellation is confirmed: on the button, announced, and as the title of a dialog that stays open. */
  canceled: string;
  /** `{id}` is the request ID, to quote to support. */
  reference: string;
  /** Beside the button if the dialog's code could not be loaded. */
  loadFailed: string;
  errors: Record<PayErrorCode, string>;
}
