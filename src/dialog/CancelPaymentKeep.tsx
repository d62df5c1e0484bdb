'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef } from 'react';
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
  const { state, action, messages } = useCancelPaymentContext('Keep');
  const [button, attach] = useMergedRefs(ref);
  // After an attempt that may have reached the API, the payment may be canceled.
  const hasTried = state.attempt > (state.status === 'pending' ? 1 : 0);
  // Confirm may have had focus when it was removed.
  useIsomorphicLayoutEffect(() => {
    if (action === 'none') button.current?.focus();
  }, [action, button]);
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
