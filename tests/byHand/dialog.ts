import { failAsNotComparable } from './adapter.tsx';

export const CancelPaymentDialog = (): never => failAsNotComparable('CancelPaymentDialog');
