'use client';

import { useQueryClient } from '@tanstack/react-query';
import {
  forwardRef,
  useEffect,
  useReducer,
  type ComponentPropsWithRef,
  type ForwardRefExoticComponent,
  type ReactElement,
} from 'react';
import type { CancelPaymentDialogProps } from '../dialog/CancelPaymentDialog.tsx';
import type { CancelPaymentView } from '../dialog/CancelPaymentRoot.tsx';
import { usePayContext } from '../hooks/PayProvider.tsx';
import { listenToKeys } from '../hooks/listenToKeys.ts';
import { translatable } from '../hooks/translatable.tsx';
import { useMergedRefs } from '../hooks/useMergedRefs.ts';
import { useOpenTransaction } from '../hooks/useOpenTransaction.ts';
import { useQueryClientCheck } from '../hooks/useQueryClientCheck.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import { enButton } from '../messages/enButton.ts';
import { getLoadedDialog, loadDialog, preload, preloadWhenIdle, withPreload } from './loadDialog.ts';
import type { DialogModule } from './retryImport.ts';

/** The props of the dialog, and those of a `<button>`. */
export interface CancelPaymentButtonProps
  extends CancelPaymentDialogProps, Omit<ComponentPropsWithRef<'button'>, 'onError' | 'type'> {}

interface ButtonState extends Partial<CancelPaymentView> {
  /** null if it could not be loaded. */
  dialog?: DialogModule | null | undefined;
  /** The transaction that is canceled and whose dialog has closed: it does not open again. */
  doneId?: string;
}

// One state, and no effect: a page may render thousands of buttons.
const initialState: ButtonState = {};
const mergeState = (state: ButtonState, change: ButtonState): ButtonState => ({ ...state, ...change });

function prepare(element: HTMLElement | null): void {
  if (!element) return;
  preloadWhenIdle();
  listenToKeys(element.ownerDocument.defaultView); // in an iframe, another window
}

interface DialogLoaderProps {
  isFailed: boolean;
  texts: Pick<CancelPaymentMessages, 'locale' | 'loadFailed'>;
  onSettle: (state: Pick<ButtonState, 'dialog'>) => void;
}

/** Loads the dialog when it is rendered, because the app may control `open`. */
function DialogLoader({ isFailed, texts, onSettle }: DialogLoaderProps): ReactElement {
  useEffect(() => {
    if (isFailed) return;
    loadDialog().then(
      (dialog) => onSettle({ dialog }),
      () => onSettle({ dialog: null }),
    );
  }, [isFailed, onSettle]);
  // Rendered before its text, or some screen readers would miss it.
  return (
    <span role="alert" lang={texts.locale} className="cancel-payment-load-failed">
      {isFailed && texts.loadFailed}
    </span>
  );
}

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
  const provided = usePayContext(client);
  useQueryClientCheck();
  useQueryClient();
  const texts = messages ?? provided.messages ?? enButton;

  // State includes its transaction, so that it is never shown for another one.
  const [isWanted, setIsWanted] = useOpenTransaction({ transactionId, open, defaultOpen });
  const [state, update] = useReducer(mergeState, initialState);
  const { dialog, doneId } = state;
  const view = state.transactionId === transactionId ? state : undefined;
  const status = view?.status ?? 'idle';
  const isCanceled = status === 'canceled';
  if (isCanceled && !isWanted && doneId !== transactionId) update({ doneId: transactionId });
  const isOpen = isWanted && doneId !== transactionId;
  if (!isOpen && dialog === null) update({ dialog: undefined });
  const isLoading = isOpen && dialog === undefined;
  const isExpanded = isOpen && !!dialog && !view?.comeBack;
  const label = isCanceled ? texts.canceled : (children ?? texts.trigger);
  const [button, attach] = useMergedRefs(ref, prepare);

  function handleOpenChange(next: boolean): void {
    setIsWanted(next);
    onOpenChange?.(next);
  }

  const element = (
    <button
      key="button"
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
      onPointerEnter={withPreload(onPointerEnter)}
      onPointerDown={withPreload(onPointerDown)}
      onFocus={withPreload(onFocus)}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || isCanceled || isLoading || !transactionId) return;
        view?.comeBack?.(); // even if the app's promise never settles
        if (!dialog) update({ dialog: getLoadedDialog() });
        if (!isOpen) handleOpenChange(true);
      }}
    >
      {translatable(label)}
    </button>
  );
  if (!isOpen && !dialog) return element;
  return (
    <>
      {isCanceled && dialog && <dialog.MoveFocusOnRemoval element={button} finalFocus={finalFocus} />}
      {element}
      {dialog ? (
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
          onViewChange={update}
        />
      ) : (
        <DialogLoader isFailed={!isLoading} texts={texts} onSettle={update} />
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
 * <CancelPaymentButton
 *   transactionId={id}
 *   amount={{ value: 80, currency: 'EUR' }}
 *   onCanceled={() => refetch()}
 * />
 * ```
 */
export const CancelPaymentButton: ForwardRefExoticComponent<CancelPaymentButtonProps> & {
  /** Loads the dialog's chunk now. Rejects with the error of `import()` if it cannot be loaded. */
  preload: () => Promise<void>;
} = /* @__PURE__ */ Object.assign(Button, { preload });
