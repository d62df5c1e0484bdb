'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import type { CancelPaymentContextValue } from './CancelPaymentContext.ts';
import { isRecovering } from './Cancellation.ts';
import { findCommonContainer } from './findContainer.ts';
import { getOpener } from './getOpener.ts';
import { layerOf } from './Layer.ts';
import { activeElementNear, focusFirst, returnFocus } from './returnFocus.ts';
import { isElement, withAncestors } from './treeOf.ts';

interface FocusReturn {
  /** For the dialog element's ref, which runs before Radix moves focus. */
  attachFocusReturn: (content: HTMLElement | null) => void;
  /** For Radix's `onOpenAutoFocus`. */
  handleOpen: () => void;
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
  keep,
  finalFocus,
  origin,
  getState,
}: Pick<CancelPaymentContextValue, 'isOpen' | 'trigger' | 'keep' | 'finalFocus' | 'origin' | 'getState'>): FocusReturn {
  const content = useRef<HTMLElement>(null);
  const wasInside = useRef(false);
  const latest = useRef({ isOpen, finalFocus });
  useIsomorphicLayoutEffect(() => {
    latest.current = { isOpen, finalFocus };
  });

  const canRenderAgain = useRef(true);

  /** Radix moves focus into the dialog, and back if something takes it, but not out of another focus trap. */
  const keepFocus = useCallback(() => {
    const dialog = content.current;
    const layer = dialog && layerOf(dialog);
    if (!layer || !dialog.isConnected || !latest.current.isOpen) return;
    const focused = activeElementNear(dialog);
    if (!focused || dialog.contains(focused) || !canRenderAgain.current) return;
    canRenderAgain.current = false;
    const [opener] = [trigger.current, ...origin.get()];
    const container = opener && findCommonContainer(focused, opener);
    origin.keep();
    // In the focus trap, unless that has gone: the menu, for example, that the dialog was opened from.
    if (container && layer.container?.contains(container)) layer.moveTo(container);
    else layer.renderAgain();
  }, [origin, trigger]);

  // Something outside asks for focus: a closing menu for its button, or a login form of the app.
  const noteClaim = useCallback(
    (claimant: EventTarget | null | undefined) => {
      if (!isElement(claimant) || content.current?.contains(claimant)) return;
      // Not what the dialog is in: a modal, or the host of a shadow tree, which stands for what is in it.
      if (!withAncestors(content.current).includes(claimant)) origin.add(claimant);
      setTimeout(keepFocus);
    },
    [origin, keepFocus],
  );
  // Radix may take focus back now, before there is a `focusin`.
  const handleFocusOut = useCallback(({ relatedTarget }: FocusEvent) => noteClaim(relatedTarget), [noteClaim]);
  const handleFocusIn = useCallback(
    (event: FocusEvent) => {
      const path = event.composedPath();
      if (content.current && path.includes(content.current)) canRenderAgain.current = true;
      else noteClaim(path[0]);
    },
    [noteClaim],
  );

  const getCandidates = useCallback(
    () => [trigger.current, latest.current.finalFocus?.current, ...origin.get()],
    [trigger, origin],
  );

  return {
    attachFocusReturn: useCallback(
      (element: HTMLElement | null) => {
        const attached = content.current;
        attached?.ownerDocument.removeEventListener('focusin', handleFocusIn, true);
        element?.ownerDocument.addEventListener('focusin', handleFocusIn, true);
        if (!element) {
          wasInside.current = !!attached?.contains(activeElementNear(attached));
          // Radix before 1.1.18 attaches it again with each render, even while it fades out.
          const isStaying = attached?.getAnimations?.().some(({ playState }) => playState === 'running');
          if (isStaying) return;
          // Now, because a modal around the dialog may take focus when the focused element is removed.
          if (wasInside.current && !latest.current.isOpen && !isRecovering(getState())) focusFirst(getCandidates());
          return;
        }
        if (element === attached) return; // <Activity> and StrictMode attach the same element again
        content.current = element;
        origin.set(getOpener(trigger.current));
        element.addEventListener('focusout', handleFocusOut);
      },
      [trigger, origin, handleFocusIn, handleFocusOut, getState, getCandidates],
    ),

    handleOpen() {
      if (!keep.current) content.current?.focus({ preventScroll: true }); // Radix moves it to Keep, or not at all
      setTimeout(keepFocus);
    },

    handleClose(event) {
      const isTaken = event.defaultPrevented; // by the app, which moves focus itself
      event.preventDefault();
      // StrictMode and <Activity> clean up effects without removing the element.
      if (isElement(event.target) && event.target.isConnected) return;
      if (isRecovering(getState())) {
        returnFocus(origin.get());
        return;
      }
      if (!isTaken) returnFocus(getCandidates(), wasInside.current);
    },
  };
}
