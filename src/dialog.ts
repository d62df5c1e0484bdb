/**
 * The dialog without a button. It is in the bundle that imports it, with Radix.
 *
 * @module react-cancel-preauth/dialog
 */
export { CancelPaymentDialog, type CancelPaymentDialogProps } from './dialog/CancelPaymentDialog.tsx';
