'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import type { CancelPaymentContextValue } from './CancelPaymentContext.ts';
import { isRecovering } from './Cancellation.ts';
import { findCommonContainer } from './findContainer.ts';
import { getOpener } from './getOpener.ts';
import { layerOf } from './Layer.ts';
import { activeElementNear, focusFirst, returnFocus } from './returnFocus.ts';

interface FocusReturn {
  /** For the dialog element's ref, which runs before Radix moves focus. */
  attachFocusReturn: (content: HTMLElement | null) => void;
  /** For Radix's `onCloseAutoFocus`, at the end of the exit animation. */
  handleClose: (event: Event) => void;
}

/**
 * Returns focus after the dialog has closed: to the trigger, otherwise to `finalFocus`, otherwise to the element that
 * had focus or was pressed before the dialog opened, or its nearest ancestor left.
 */
export function useFocusReturn({
  isOpen,
  trigger,
  finalFocus,
  origin,
  getState,
}: Pick<CancelPaymentContextValue, 'isOpen' | 'trigger' | 'finalFocus' | 'origin' | 'getState'>): FocusReturn {
  const content = useRef<HTMLElement>(null);
  const wasInside = useRef(false);
  const latest = useRef({ isOpen, finalFocus });
  useIsomorphicLayoutEffect(() => {
    latest.current = { isOpen, finalFocus };
  });

  // Something outside asks for focus, and Radix takes it back: a closing menu for its button, or a login form of the app.
  const noteClaim = useCallback(
    ({ relatedTarget }: FocusEvent) => {
      const dialog = content.current;
      if (!dialog || !(relatedTarget instanceof Element) || dialog.contains(relatedTarget)) return;
      const [opener] = [trigger.current, ...origin.get()];
      origin.add(relatedTarget);
      // Radix cannot take it back from a focus trap that the dialog is outside of, so the dialog moves inside.
      setTimeout(() => {
        if (!opener || !latest.current.isOpen || dialog.contains(activeElementNear(dialog))) return;
        const layer = layerOf(dialog);
        const container = findCommonContainer(relatedTarget, opener);
        if (!container || !layer?.container?.contains(container)) return; // a modal around the dialog has closed
        origin.keep();
        layer.moveTo(container);
      });
    },
    [origin, trigger],
  );

  const getCandidates = useCallback(
    () => [trigger.current, latest.current.finalFocus?.current, ...origin.get()],
    [trigger, origin],
  );

  return {
    attachFocusReturn: useCallback(
      (element: HTMLElement | null) => {
        const attached = content.current;
        if (!element) {
          wasInside.current = !!attached?.contains(activeElementNear(attached));
          // Now, because a modal around the dialog may take focus when the focused element is removed.
          if (wasInside.current && !latest.current.isOpen && !isRecovering(getState())) focusFirst(getCandidates());
          return;
        }
        if (element === attached) return; // <Activity> and StrictMode attach the same element again
        content.current = element;
        origin.set(getOpener(trigger.current));
        element.addEventListener('focusout', noteClaim);
      },
      [trigger, origin, noteClaim, getState, getCandidates],
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
      if (!isTaken) returnFocus(getCandidates(), wasInside.current);
    },
  };
}
