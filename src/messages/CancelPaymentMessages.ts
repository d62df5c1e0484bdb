import type { PayErrorCode } from '../client/PayError.ts';

/** Every text of one language. Complete on purpose: a missing text is a type error, never silently another language. */
export interface CancelPaymentMessages {
  /** BCP 47 tag. Formats the amount and becomes the dialog's `lang`. */
  locale: string;
  /** The button that opens the dialog. */
  trigger: string;
  /** The dialog's question. */
  title: string;
  /** What confirming does. `amount` is formatted already, and missing if the screen gave none. */
  description: (values: { amount?: string | undefined }) => string;
  /** Leaves everything as it is. Never a bare "Cancel": nobody would know what that cancels. */
  keep: string;
  /** Cancels the payment. */
  confirm: string;
  /** On the confirming button while the request runs. */
  pending: string;
  retry: string;
  close: string;
  linkIdentity: string;
  signIn: string;
  /** On the button and announced, once the cancellation is confirmed. */
  canceled: string;
  /** `id` is the request id, to quote to support. */
  reference: (id: string) => string;
  /** Beside the button, when the dialog's code could not be loaded. */
  loadFailed: string;
  errors: Record<PayErrorCode, string>;
}
