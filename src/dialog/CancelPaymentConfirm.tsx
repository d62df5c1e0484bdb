'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, type MouseEvent } from 'react';
import type { ButtonPartProps, Part } from './Part.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { partChildren } from './partChildren.tsx';

/**
 * Cancels the payment. After an error, tries again, signs in or links an account; not rendered if none of these helps.
 * `children` replace the label of the first attempt; later labels come from the messages. Renders a `<button>`.
 */
export const CancelPaymentConfirm: Part<ButtonPartProps, HTMLButtonElement> = forwardRef(function Confirm(
  { asChild, children, onClick, ...props },
  ref,
) {
  const { state, action, secondsToWait, confirm, messages } = useCancelPaymentContext('Confirm');
  if (action === 'none') return null;
  const isPending = state.status === 'pending';
  const isWaiting = state.status === 'error' && secondsToWait > 0;
  let text = messages[action];
  if (isPending) text = messages.pending;
  else if (isWaiting) text = messages.retryIn.replace('{seconds}', String(secondsToWait));
  return (
    <AlertDialog.Action
      {...props}
      ref={ref}
      asChild={asChild ?? false}
      // Not `disabled`, because the browser would move focus from the button to outside of the dialog.
      aria-disabled={isPending || isWaiting || undefined}
      data-status={state.status}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        onClick?.(event);
        if (!event.defaultPrevented) confirm();
        event.preventDefault(); // or Radix would close the dialog
      }}
    >
      {partChildren({ asChild, children, text, hasChanged: isPending || action !== 'confirm' })}
    </AlertDialog.Action>
  );
});
