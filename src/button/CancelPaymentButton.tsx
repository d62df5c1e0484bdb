'use client';

import {
  forwardRef,
  useContext,
  useEffect,
  useState,
  type ComponentPropsWithRef,
  type ForwardRefExoticComponent,
} from 'react';
import type * as DialogChunk from '../dialog/CancelPaymentDialog.tsx';
import type { CancelPaymentDialogProps } from '../dialog/CancelPaymentDialog.tsx';
import type { CancelPaymentView } from '../dialog/CancelPaymentRoot.tsx';
import { PayContext, usePayClient } from '../hooks/PayProvider.tsx';
import { useExistingQueryClient } from '../hooks/useExistingQueryClient.ts';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useOwnRef } from '../hooks/useOwnRef.ts';
import { enButton } from '../messages/enButton.ts';

let chunk: Promise<typeof DialogChunk> | undefined;

function loadChunk(): Promise<typeof DialogChunk> {
  // oxlint-disable-next-line eslint/no-restricted-imports -- the one import() that the rule leaves
  chunk ??= import('../dialog/CancelPaymentDialog.tsx').catch(importAgain).catch((error: unknown) => {
    chunk = undefined; // asked for again next time
    throw error;
  });
  return chunk;
}

/**
 * Chromium (147) never asks the network again for a module that failed once: a moment without reception while the page was
 * idle, and the dialog would not open until the page is reloaded. It does ask for the same URL with another fragment.
 *
 * @see https://github.com/whatwg/html/pull/10327
 */
async function importAgain(error: unknown): Promise<typeof DialogChunk> {
  const url = String(error).split('module: ')[1];
  const module: typeof DialogChunk | undefined =
    url && (await import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}#${Date.now()}`));
  if (module?.AttachedCancelPaymentDialog) return module; // not every bundler's file is the module itself
  throw error;
}

const preload = (): Promise<void> => loadChunk().then(() => {});
const preloadQuietly = (): void => void preload().catch(() => {});

/** Someone is about to click. */
const warmUp =
  <E,>(handler: ((event: E) => void) | undefined) =>
  (event: E): void => {
    preloadQuietly();
    handler?.(event);
  };

let idle: unknown;

/** Once a page, however many buttons there are. */
function preloadWhenIdle(): void {
  idle ??=
    typeof requestIdleCallback === 'function' ? requestIdleCallback(preloadQuietly) : setTimeout(preloadQuietly, 1000); // Safari
}

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
  // What the dialog will need is missed now, not at the first click.
  usePayClient(client);
  useExistingQueryClient();
  const provided = useContext(PayContext);
  const texts = messages ?? provided.messages ?? enButton;

  // State names the transaction it belongs to, so that nothing of one is ever shown on another.
  const [openId, setOpenId] = useState(defaultOpen && transactionId);
  if (openId && openId !== transactionId) setOpenId(false);
  const [view, setView] = useState<CancelPaymentView>();
  const [dialog, setDialog] = useState<typeof DialogChunk | null>(); // null if it could not be loaded
  const status = view?.transactionId === transactionId ? view.status : 'idle';
  const isCanceled = status === 'canceled';
  const isOpen = !isCanceled && (open ?? openId === transactionId);
  if (!isOpen && dialog === null) setDialog(undefined);
  const isLoading = isOpen && dialog === undefined;
  const isExpanded = isOpen && !!dialog;
  const label = isCanceled ? texts.canceled : (children ?? texts.trigger);
  const [button, attach] = useOwnRef(ref);

  useEffect(preloadWhenIdle, []);

  // An effect, because `open` may also come from outside.
  useEffect(() => {
    if (isLoading) loadChunk().then(setDialog, () => setDialog(null));
  }, [isLoading]);

  // A screen often removes the row of a canceled payment some time later, with focus still on this button.
  useIsomorphicLayoutEffect(
    () => (isCanceled ? dialog?.rescueFocus(button.current, finalFocus) : undefined),
    [isCanceled, dialog, button, finalFocus],
  );

  function handleOpenChange(next: boolean): void {
    setOpenId(next && transactionId);
    onOpenChange?.(next);
  }

  return (
    <>
      <button
        aria-haspopup={isCanceled ? undefined : 'dialog'}
        aria-expanded={isCanceled ? undefined : isExpanded}
        lang={label === children ? undefined : texts.locale}
        {...props}
        ref={attach}
        type="button"
        className={`cancel-payment-trigger${className ? ` ${className}` : ''}`}
        aria-busy={isLoading || undefined}
        aria-disabled={isCanceled || undefined}
        data-state={isExpanded ? 'open' : 'closed'}
        data-status={status}
        onPointerEnter={warmUp(onPointerEnter)}
        onPointerDown={warmUp(onPointerDown)}
        onFocus={warmUp(onFocus)}
        onClick={(event) => {
          onClick?.(event);
          if (event.defaultPrevented || isCanceled || isLoading) return;
          if (!dialog) setDialog(undefined);
          handleOpenChange(true);
        }}
      >
        {label}
      </button>
      {isOpen && !dialog && (
        // There before its text, or some screen readers would miss it.
        <span role="alert" lang={texts.locale} className="cancel-payment-load-failed">
          {!isLoading && texts.loadFailed}
        </span>
      )}
      {dialog && (isOpen || view?.isMounted) && (
        <dialog.AttachedCancelPaymentDialog
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
          onViewChange={setView}
        />
      )}
    </>
  );
});

/**
 * A button that cancels a PreAuth payment, after asking in a dialog. It is a bare `<button>` until it is needed: the
 * dialog is a chunk of its own, fetched when the page is idle, or when someone is about to click.
 *
 * Takes a `<button>`'s props and those of `CancelPaymentDialog`. `children` replace its label until it is canceled.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 * @see PACE Pay API 2024-4, "Cancel PreAuth payment"
 * @example
 * ```tsx
 * <CancelPaymentButton transactionId={id} amount={{ value: 80, currency: 'EUR' }} onCanceled={refetch} />
 * ```
 */
export const CancelPaymentButton: ForwardRefExoticComponent<CancelPaymentButtonProps> & {
  /** Fetches the dialog's chunk now. Rejects with what `import()` throws, if it cannot be loaded. */
  preload: () => Promise<void>;
} = /* @__PURE__ */ Object.assign(Button, { preload });
