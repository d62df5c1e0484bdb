'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, useCallback } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import type { ButtonPartProps, Part } from './Part.ts';
import { partChildren } from './partChildren.tsx';

/**
 * Closes the dialog without canceling the payment. After the first attempt, "Close" replaces its `children`. Renders a
 * `<button>`.
 */
export const CancelPaymentKeep: Part<ButtonPartProps, HTMLButtonElement> = forwardRef(function Keep(
  { asChild, children, ...props },
  ref,
) {
  const { state, action, messages, keep } = useCancelPaymentContext('Keep');
  const handleAttach = useCallback(
    (button: HTMLElement | null) => {
      // oxlint-disable-next-line react/immutability -- a ref object of the Root has to be set
      keep.current = button;
    },
    [keep],
  );
  const [, attach] = useMergedRefs(ref, handleAttach);
  // After an attempt that may have reached the API, the payment may be canceled.
  const hasTried = state.attempt > (state.status === 'pending' ? 1 : 0);
  // Confirm may have had focus when it was removed.
  useIsomorphicLayoutEffect(() => {
    if (action === 'none') keep.current?.focus();
  }, [action, keep]);
  return (
    <AlertDialog.Cancel
      {...props}
      ref={attach}
      asChild={asChild ?? false}
      // Not `disabled`, because the browser would move focus from the button to outside of the dialog.
      aria-disabled={state.status === 'pending' || undefined}
    >
      {partChildren({ asChild, children, text: hasTried ? messages.close : messages.keep, hasChanged: hasTried })}
    </AlertDialog.Cancel>
  );
});
