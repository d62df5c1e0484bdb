import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { cancelPreAuth, CancelError } from './cancelPreAuth.ts';

export interface CancelPaymentByHandProps {
  transactionId: string;
  baseUrl: string;
  accessToken: string;
  onCanceled?: () => void;
}

/** The button and its dialog as a careful app would write them without this package, with the same two libraries. */
export function CancelPaymentByHand({
  transactionId,
  baseUrl,
  accessToken,
  onCanceled,
}: CancelPaymentByHandProps): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const { mutate, reset, isPending, isSuccess, error } = useMutation({
    mutationFn: () => cancelPreAuth({ baseUrl, transactionId, accessToken }),
    onSuccess: () => {
      setIsOpen(false);
      onCanceled?.();
    },
  });
  const text = error instanceof CancelError ? error.message : 'Please check your connection and try again.';
  return (
    <AlertDialog.Root
      open={isOpen}
      onOpenChange={(open) => {
        if (isPending) return;
        if (open) reset();
        setIsOpen(open);
      }}
    >
      <AlertDialog.Trigger className="cancel-payment-trigger" disabled={isSuccess}>
        {isSuccess ? 'Payment canceled' : 'Cancel payment'}
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="cancel-payment-overlay" />
        <AlertDialog.Content className="cancel-payment-content" aria-busy={isPending}>
          <AlertDialog.Title>Cancel this payment?</AlertDialog.Title>
          <AlertDialog.Description>The reserved amount will be released.</AlertDialog.Description>
          {error && <p role="alert">{text}</p>}
          <AlertDialog.Cancel disabled={isPending}>Keep payment</AlertDialog.Cancel>
          <button type="button" disabled={isPending} onClick={() => mutate()}>
            {isPending ? 'Canceling…' : error ? 'Try again' : 'Cancel payment'}
          </button>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
