'use client';

import { useQueryClient } from '@tanstack/react-query';
import {
  forwardRef,
  useContext,
  useEffect,
  useState,
  type ComponentPropsWithRef,
  type ForwardRefExoticComponent,
} from 'react';
import type { CancelPaymentDialogProps } from '../dialog/CancelPaymentDialog.tsx';
import type { CancelPaymentView } from '../dialog/CancelPaymentRoot.tsx';
import { PayContext, usePayClient } from '../hooks/PayProvider.tsx';
import { listenToKeys } from '../hooks/captureKeys.ts';
import { translatable } from '../hooks/translatable.tsx';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import { useOpenTransaction } from '../hooks/useOpenTransaction.ts';
import { enButton } from '../messages/enButton.ts';
import { loadDialog, preload, preloadWhenIdle, withPreload } from './loadDialog.ts';
import type { DialogModule } from './retryImport.ts';

export interface CancelPaymentButtonProps
  extends CancelPaymentDialogProps, Omit<ComponentPropsWithRef<'button'>, 'onError' | 'type'> {}

const Button = forwardRef<HTMLButtonElement, CancelPaymentButtonProps>(function CancelPaymentButton(
  {
    transactionId,
    amount,
    open,
    defaultOpen,
    onOpenChange,
    onCanceled,
    onError,
    onLinkIdentity,
    onSignIn,
    client,
    messages,
    container,
    finalFocus,
    classNames,
    className,
    children,
    onClick,
    onPointerEnter,
    onPointerDown,
    onFocus,
    ...props
  },
  ref,
) {
  // Throw now, not at the first click, if something that the dialog needs is missing.
  usePayClient(client);
  useQueryClient();
  const provided = useContext(PayContext);
  const texts = messages ?? provided.messages ?? enButton;

  // State includes its transaction, so that it is never shown for another one.
  const [isWanted, setIsWanted] = useOpenTransaction({ transactionId, open, defaultOpen });
  const [lastView, setLastView] = useState<CancelPaymentView>();
  const view = lastView?.transactionId === transactionId ? lastView : undefined;
  const status = view?.status ?? 'idle';
  const isCanceled = status === 'canceled';
  const [doneId, setDoneId] = useState<string>(); // canceled and closed: the dialog does not open again
  if (isCanceled && !isWanted && doneId !== transactionId) setDoneId(transactionId);
  const isOpen = isWanted && doneId !== transactionId;
  const [dialog, setDialog] = useState<DialogModule | null>(); // null if it could not be loaded
  if (!isOpen && dialog === null) setDialog(undefined);
  const isLoading = isOpen && dialog === undefined;
  const isExpanded = isOpen && !!dialog && !view?.comeBack;
  const isOwnText = isCanceled || children === undefined || children === null;
  const ownText = isCanceled ? texts.canceled : texts.trigger;
  const label = isOwnText ? ownText : children;
  const [button, attach] = useMergedRefs(ref);

  useEffect(preloadWhenIdle, []);
  useEffect(() => listenToKeys(button.current?.ownerDocument.defaultView), [button]); // in an iframe, another window

  // An effect, because the app may control `open`.
  useEffect(() => {
    if (isLoading) loadDialog().then(setDialog, () => setDialog(null));
  }, [isLoading]);

  // Apps often remove the row of a canceled payment some time later, while this button still has focus.
  useIsomorphicLayoutEffect(
    () => (isCanceled ? dialog?.moveFocusOnRemoval(button.current, finalFocus) : undefined),
    [isCanceled, dialog, button, finalFocus],
  );

  function handleOpenChange(next: boolean): void {
    setIsWanted(next);
    onOpenChange?.(next);
  }

  return (
    <>
      <button
        aria-haspopup={isCanceled ? undefined : 'dialog'}
        aria-expanded={isCanceled ? undefined : isExpanded}
        lang={isOwnText ? texts.locale : undefined}
        {...props}
        ref={attach}
        type="button"
        className={`cancel-payment-trigger${className ? ` ${className}` : ''}`}
        aria-busy={isLoading || undefined}
        aria-disabled={isCanceled || undefined}
        data-state={isExpanded ? 'open' : 'closed'}
        data-status={status}
        onPointerEnter={withPreload(onPointerEnter)}
        onPointerDown={withPreload(onPointerDown)}
        onFocus={withPreload(onFocus)}
        onClick={(event) => {
          onClick?.(event);
          if (event.defaultPrevented || isCanceled || isLoading || !transactionId) return;
          view?.comeBack?.(); // even if the app's promise never settles
          if (!dialog) setDialog(undefined);
          if (!isOpen) handleOpenChange(true);
        }}
      >
        {translatable(label)}
      </button>
      {isOpen && !dialog && (
        // Rendered before its text, or some screen readers would miss it.
        <span role="alert" lang={texts.locale} className="cancel-payment-load-failed">
          {!isLoading && texts.loadFailed}
        </span>
      )}
      {dialog && (
        <dialog.CancelPaymentDialogWithTrigger
          transactionId={transactionId}
          amount={amount}
          onCanceled={onCanceled}
          onError={onError}
          onLinkIdentity={onLinkIdentity}
          onSignIn={onSignIn}
          client={client}
          messages={messages}
          container={container}
          finalFocus={finalFocus}
          classNames={classNames}
          open={isOpen}
          onOpenChange={handleOpenChange}
          trigger={button}
          onViewChange={setLastView}
        />
      )}
    </>
  );
});

/**
 * A button that cancels a PreAuth payment after confirmation in a dialog. At first it renders a plain `<button>`; the
 * dialog is a separate chunk, which is loaded when the page is idle or the user is about to click.
 *
 * Accepts the props of a `<button>` and of `CancelPaymentDialog`. `children` replace the label until the payment is
 * canceled.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment"
 * @example
 * ```tsx
 * <CancelPaymentButton transactionId={id} amount={{ value: 80, currency: 'EUR' }} onCanceled={refetch} />
 * ```
 */
export const CancelPaymentButton: ForwardRefExoticComponent<CancelPaymentButtonProps> & {
  /** Loads the dialog's chunk now. Rejects with the error of `import()` if it cannot be loaded. */
  preload: () => Promise<void>;
} = /* @__PURE__ */ Object.assign(Button, { preload });
