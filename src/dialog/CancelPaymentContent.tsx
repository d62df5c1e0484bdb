'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, useCallback, type ComponentPropsWithoutRef } from 'react';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import { directionOf } from '../messages/directionOf.ts';
import type { CancellationState } from './Cancellation.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { layerOf } from './Layer.ts';
import type { Part } from './Part.ts';
import { stopReactPropagation } from './stopReactPropagation.ts';
import { useCloseWatcher } from './useCloseWatcher.ts';
import { useFocusReturn } from './useFocusReturn.ts';
import { useHiddenHandler } from './useHiddenHandler.ts';
import { useLiveRegion } from './useLiveRegion.ts';
import { useModalKeys } from './useModalKeys.ts';

/** What to announce in the dialog. Errors have an alert. */
function newsOf(state: CancellationState, secondsToWait: number, messages: CancelPaymentMessages): string {
  if (state.status === 'pending') return messages.pending;
  if (state.status === 'canceled') return messages.canceled;
  const canRetry = state.status === 'idle' ? state.attempt > 0 : state.retryAt > 0 && secondsToWait === 0;
  return canRetry ? messages.retry : '';
}

/**
 * Radix moves focus without scrolling, so the focused element may be out of view on a small or zoomed screen. Does not
 * scroll after a press, because the pressed element must stay under the pointer.
 */
function handleFocusIn({ currentTarget, target }: Event): void {
  if (!(currentTarget instanceof Element && target instanceof Element)) return;
  currentTarget.querySelector(':focus-visible')?.scrollIntoView?.({ block: 'nearest' });
  // Mantine's modals may listen to the window's keys before this package does, but ignore Escape on such an element.
  target.setAttribute('data-mantine-stop-propagation', 'true');
}

/** The dialog itself: `role="alertdialog"`, modal, with initial focus on Keep. Renders a `<div>`. */
export const CancelPaymentContent: Part<
  ComponentPropsWithoutRef<typeof AlertDialog.Content>,
  HTMLDivElement
> = forwardRef(function Content({ onOpenAutoFocus, onCloseAutoFocus, onEscapeKeyDown, ...props }, ref) {
  const context = useCancelPaymentContext('Content');
  const { state, secondsToWait, messages, isOpen, close, handleHidden, attachAnnouncer } = context;
  const { attachFocusReturn, handleOpen, handleClose } = useFocusReturn(context);
  const attachLiveRegion = useLiveRegion(newsOf(state, secondsToWait, messages));
  const attachModalKeys = useModalKeys((event) => {
    onEscapeKeyDown?.(event);
    if (!event.defaultPrevented) close();
    event.preventDefault();
  });
  useCloseWatcher(isOpen, close);
  const attachHiddenHandler = useHiddenHandler(handleHidden);
  const attachAll = useCallback(
    (content: HTMLDivElement | null) => {
      attachFocusReturn(content);
      attachLiveRegion(content);
      attachAnnouncer(content);
      attachModalKeys(content);
      attachHiddenHandler(content);
      if (!content) return;
      layerOf(content)?.fit(content);
      content.addEventListener('focusin', handleFocusIn);
    },
    [attachFocusReturn, attachLiveRegion, attachAnnouncer, attachModalKeys, attachHiddenHandler],
  );
  const [, attach] = useMergedRefs(ref, attachAll);
  return (
    <AlertDialog.Content
      lang={messages.locale}
      dir={directionOf(messages.locale)}
      {...stopReactPropagation(props)}
      ref={attach}
      aria-modal
      aria-busy={state.status === 'pending' || undefined}
      data-status={state.status}
      onEscapeKeyDown={(event) => {
        // For keys that do not come here first.
        onEscapeKeyDown?.(event);
        if (event.isComposing) event.preventDefault();
      }}
      onOpenAutoFocus={(event) => {
        onOpenAutoFocus?.(event);
        handleOpen();
      }}
      onCloseAutoFocus={(event) => {
        onCloseAutoFocus?.(event);
        handleClose(event);
      }}
    />
  );
});
