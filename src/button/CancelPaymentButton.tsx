'use client';

import { useQueryClient } from '@tanstack/react-query';
import {
  forwardRef,
  useCallback,
  useContext,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentPropsWithRef,
  type ForwardRefExoticComponent,
} from 'react';
import type { CancelPaymentDialogProps } from '../dialog/CancelPaymentDialog.tsx';
import type { CancelPaymentStatus } from '../dialog/CancelPaymentRoot.tsx';
import { PayContext, usePayClient } from '../hooks/PayProvider.tsx';
import { enButton } from '../messages/en.ts';

type DialogChunk = typeof import('../dialog/CancelPaymentDialog.tsx');

let chunk: Promise<DialogChunk> | undefined;

function loadChunk(): Promise<DialogChunk> {
  chunk ??= import('../dialog/CancelPaymentDialog.tsx').catch((error: unknown) => {
    chunk = undefined; // asked for again next time
    throw error;
  });
  return chunk;
}

const preload = (): Promise<void> => loadChunk().then(() => {});
const preloadQuietly = (): void => void preload().catch(() => {});

let isIdleAwaited = false;

/** Once a page, however many buttons there are. */
function preloadWhenIdle(): void {
  if (isIdleAwaited) return;
  isIdleAwaited = true;
  if (typeof requestIdleCallback === 'function') requestIdleCallback(preloadQuietly);
  else setTimeout(preloadQuietly, 1000); // Safari
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
  useQueryClient();
  const provided = useContext(PayContext);
  const { trigger, canceled, loadFailed } = messages ?? provided.messages ?? enButton;

  // State names the transaction it belongs to, so that nothing of one is ever shown on another.
  const [openId, setOpenId] = useState(defaultOpen ? transactionId : undefined);
  const [known, setKnown] = useState<{ id: string; status: CancelPaymentStatus }>();
  const [failedId, setFailedId] = useState<string>();
  const [dialog, setDialog] = useState<DialogChunk>();
  const [isMounted, setIsMounted] = useState(false);
  const isOpen = open ?? openId === transactionId;
  const status = known?.id === transactionId ? known.status : 'idle';
  const isCanceled = status === 'canceled';
  if (isOpen && dialog && !isMounted) setIsMounted(true);

  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle(ref, () => button.current as HTMLButtonElement);

  function handleOpenChange(next: boolean): void {
    setOpenId(next ? transactionId : undefined);
    setFailedId(undefined);
    onOpenChange?.(next);
  }

  useEffect(preloadWhenIdle, []);

  // An effect, because `open` may also come from outside.
  const latest = useRef(handleOpenChange);
  useLayoutEffect(() => {
    latest.current = handleOpenChange;
  });
  useEffect(() => {
    if (!isOpen || dialog) return undefined;
    let isCurrent = true;
    loadChunk().then(
      (loaded) => isCurrent && setDialog(loaded),
      () => {
        if (!isCurrent) return;
        latest.current(false);
        setFailedId(transactionId);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, dialog, transactionId]);

  // A screen often removes the row of a canceled payment some time later, with focus still on this button.
  useLayoutEffect(
    () => (isCanceled ? dialog?.rescueFocus(button.current, finalFocus) : undefined),
    [isCanceled, dialog, finalFocus],
  );

  const onStatusChange = useCallback(
    (next: CancelPaymentStatus) => setKnown({ id: transactionId, status: next }),
    [transactionId],
  );
  const warmUp =
    <E,>(handler: ((event: E) => void) | undefined) =>
    (event: E) => {
      preloadQuietly();
      handler?.(event);
    };
  const Dialog = dialog?.AttachedCancelPaymentDialog;
  return (
    <>
      <button
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...props}
        ref={button}
        type="button"
        className={`cancel-payment-trigger${className ? ` ${className}` : ''}`}
        aria-busy={(isOpen && !dialog) || undefined}
        aria-disabled={isCanceled || undefined}
        data-state={isOpen ? 'open' : 'closed'}
        data-status={status}
        onPointerEnter={warmUp(onPointerEnter)}
        onPointerDown={warmUp(onPointerDown)}
        onFocus={warmUp(onFocus)}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented && !isCanceled && !isOpen) handleOpenChange(true);
        }}
      >
        {isCanceled ? canceled : (children ?? trigger)}
      </button>
      {failedId === transactionId && (
        <span role="alert" className="cancel-payment-load-failed">
          {loadFailed}
        </span>
      )}
      {Dialog && isMounted && (
        <Dialog
          {...{
            transactionId,
            amount,
            onError,
            onLinkIdentity,
            onSignIn,
            client,
            messages,
            container,
            finalFocus,
            classNames,
          }}
          open={isOpen}
          onOpenChange={handleOpenChange}
          onCanceled={(id) => {
            setKnown({ id, status: 'canceled' });
            onCanceled?.(id);
          }}
          origin={{
            trigger: button,
            onStatusChange,
            onExited() {
              setIsMounted(false);
              setKnown((last) => (last?.status === 'canceled' ? last : undefined));
            },
          }}
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
