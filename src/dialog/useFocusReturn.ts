'use client';

import { useCallback, useRef } from 'react';
import type { CancelPaymentContextValue } from './CancelPaymentContext.ts';
import { isRecovering } from './Cancellation.ts';
import { returnFocus } from './returnFocus.ts';

interface FocusReturn {
  /** For the dialog element's ref, which runs before Radix moves focus. */
  attachFocusReturn: (content: HTMLElement | null) => void;
  /** For Radix's `onCloseAutoFocus`, at the end of the exit animation. */
  handleClose: (event: Event) => void;
}

/**
 * Returns focus after the dialog has closed: to the trigger, otherwise to `finalFocus`, otherwise to the element that
 * had focus before the dialog opened, or its nearest ancestor left.
 */
export function useFocusReturn({
  trigger,
  finalFocus,
  origin,
  getState,
}: Pick<CancelPaymentContextValue, 'trigger' | 'finalFocus' | 'origin' | 'getState'>): FocusReturn {
  const content = useRef<HTMLElement>(null);

  // Something outside asks for focus, and Radix takes it back: a closing menu for its button, or a login form of the app.
  const noteClaim = useCallback(
    ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !content.current?.contains(relatedTarget)) {
        origin.add(relatedTarget);
      }
    },
    [origin],
  );

  return {
    attachFocusReturn: useCallback(
      (element: HTMLElement | null) => {
        if (!element || element === content.current) return; // <Activity> and StrictMode attach the same element again
        content.current = element;
        origin.set(trigger.current ?? document.activeElement);
        element.addEventListener('focusout', noteClaim);
      },
      [trigger, origin, noteClaim],
    ),

    handleClose(event) {
      const isTaken = event.defaultPrevented; // by the app, which moves focus itself
      event.preventDefault();
      // StrictMode and <Activity> clean up effects without removing the element.
      if (event.target instanceof Element && event.target.isConnected) return;
      if (isRecovering(getState())) {
        returnFocus(origin.get());
        return;
      }
      if (!isTaken) returnFocus([trigger.current, finalFocus?.current, ...origin.get()]);
    },
  };
}
