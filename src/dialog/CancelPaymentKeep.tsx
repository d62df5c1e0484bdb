'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import type { ButtonPartProps, Part } from './Part.ts';
import { partChildren } from './partChildren.tsx';

/**
 * Closes the dialog and leaves the payment as it is. Its children are replaced by "Close" after the first attempt. Renders a
 * `<button>`.
 */
export const CancelPaymentKeep: Part<ButtonPartProps, HTMLButtonElement> = forwardRef(function Keep(
  { asChild, children, ...props },
  ref,
) {
  const { state, action, messages } = useCancelPaymentContext('Keep');
  const [button, attach] = useMergedRefs(ref);
  // After an attempt that may have reached the API, nobody can promise that the payment is kept.
  const hasTried = state.attempt > (state.status === 'pending' ? 1 : 0);
  // The confirming button takes focus with it when it goes.
  useIsomorphicLayoutEffect(() => {
    if (action === 'none') button.current?.focus();
  }, [action, button]);
  return (
    <AlertDialog.Cancel
      {...props}
      ref={attach}
      asChild={asChild ?? false}
      // Not `disabled`: the browser would take focus away from the button, and out of the dialog.
      aria-disabled={state.status === 'pending' || undefined}
    >
      {partChildren({ asChild, children, text: hasTried ? messages.close : messages.keep, hasChanged: hasTried })}
    </AlertDialog.Cancel>
  );
});
