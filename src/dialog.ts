export { CancelPaymentDialog, type CancelPaymentDialogProps } from './dialog/CancelPaymentDialog.tsx';
