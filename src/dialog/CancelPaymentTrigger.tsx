'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef } from 'react';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { MoveFocusOnRemoval } from './MoveFocusOnRemoval.ts';
import { hasOwnText, partChildren } from './partChildren.tsx';
import type { ButtonPartProps, Part } from './Part.ts';

/** Opens the dialog. After a cancellation, "Payment canceled" replaces its `children`. Renders a `<button>`. */
export const CancelPaymentTrigger: Part<ButtonPartProps, HTMLButtonElement> = forwardRef(function Trigger(
  { asChild, children, ...props },
  ref,
) {
  const { status, messages, attachTrigger, finalFocus } = useCancelPaymentContext('Trigger');
  const [button, attach] = useMergedRefs(ref, attachTrigger);
  const isCanceled = status === 'canceled';
  const isOwnText = isCanceled || hasOwnText(asChild, children);
  return (
    <>
      {isCanceled && <MoveFocusOnRemoval element={button} finalFocus={finalFocus} />}
      <AlertDialog.Trigger
        lang={isOwnText ? messages.locale : undefined}
        {...(isCanceled && { 'aria-haspopup': undefined, 'aria-expanded': undefined })}
        {...props}
        ref={attach}
        asChild={asChild ?? false}
        aria-disabled={isCanceled || undefined}
        data-status={status}
      >
        {partChildren({
          asChild,
          children,
          text: isCanceled ? messages.canceled : messages.trigger,
          hasChanged: isCanceled,
        })}
      </AlertDialog.Trigger>
    </>
  );
});
