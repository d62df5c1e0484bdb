'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { useQueryClient } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import {
  useCallback,
  useInsertionEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';
import { usePayContext } from '../hooks/PayProvider.tsx';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { useOpenTransaction } from '../hooks/useOpenTransaction.ts';
import { useQueryClientCheck } from '../hooks/useQueryClientCheck.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import { en } from '../messages/en.ts';
import { callHandler } from './callHandler.ts';
import { Cancellation, isRecovering } from './Cancellation.ts';
import {
  CancelPaymentContext,
  type CancelPaymentContextValue,
  type CancelPaymentStatus,
} from './CancelPaymentContext.ts';
import { confirmActionOf } from './confirmActionOf.ts';
import { createFocusOrigin } from './returnFocus.ts';
import { useAnnouncer } from './useAnnouncer.ts';
import { useShownState } from './useShownState.ts';
import { useSecondsUntil } from './useSecondsUntil.ts';

/** What the dialog cancels, and what the app does about its outcome. */
export interface CancelPaymentRootProps {
  /** The transaction to cancel. Another one starts clean, and closes a dialog that is not controlled by `open`. */
  transactionId: string;
  /** The reserved amount, shown in the description: in major units (12.5 is €12.50), with an ISO 4217 code. */
  amount?: { value: number; currency: string } | undefined;
  /** Whether the dialog is open, if the app controls it. */
  open?: boolean | undefined;
  /** Whether the dialog is open at first, if the app does not control it. Default: false. */
  defaultOpen?: boolean | undefined;
  /** Also called with false after a successful cancellation, even if the component has been unmounted. */
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Called once per attempt that ends in a confirmed cancellation, even if the component has been unmounted. */
  onCanceled?: ((transactionId: string) => void) | undefined;
  /** Called with each error that the dialog shows. */
  onError?: ((error: PayError) => void) | undefined;
  /**
   * Links the user's account, offered after `missing-linked-identity`. If it returns a promise, the dialog leaves the
   * page until that settles, whatever it resolves to. Then the user can try again.
   */
  onLinkIdentity?: (() => void | Promise<unknown>) | undefined;
  /**
   * Signs the user in, offered after `unauthorized`. If it returns a promise, the dialog leaves the page until that
   * settles, whatever it resolves to. Then the user can try again, and `accessToken` is called again.
   */
  onSignIn?: (() => void | Promise<unknown>) | undefined;
  /** Default: the client of the nearest `PayProvider`. */
  client?: PayClient | undefined;
  /** Default: the messages of the nearest `PayProvider`, otherwise English. */
  messages?: CancelPaymentMessages | undefined;
  /** Receives focus after closing if the trigger is gone. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
  /** The other parts. */
  children?: ReactNode;
}

/** State for a trigger outside of the Root. */
export interface CancelPaymentView {
  transactionId: string;
  status: CancelPaymentStatus;
  /** Brings the dialog back that has left the page, so that the user can sign in or link an account; undefined otherwise. */
  comeBack: (() => void) | undefined;
}

/** For a trigger outside of the Root. */
export interface CancelPaymentAttachment {
  trigger?: RefObject<HTMLElement | null>;
  onViewChange?: (view: CancelPaymentView) => void;
}

/** Keeps one cancellation per transaction, so that none is shown for another, and one in flight is found again. */
function createCancellations(): (transactionId: string) => Cancellation {
  const cancellations = new Map<string, Cancellation>();
  return (transactionId) => {
    const found = cancellations.get(transactionId) ?? new Cancellation(transactionId);
    cancellations.set(transactionId, found);
    return found;
  };
}

/**
 * Provides the state of one payment's cancellation to the parts inside. Renders no element.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 */
export function CancelPaymentRoot(props: CancelPaymentRootProps): ReactElement {
  return <CancelPaymentRootWithTrigger {...props} />;
}

/** {@link CancelPaymentRoot}, for a trigger outside of it. */
export function CancelPaymentRootWithTrigger({
  trigger: outerTrigger,
  onViewChange,
  ...props
}: CancelPaymentRootProps & CancelPaymentAttachment): ReactElement {
  useQueryClientCheck();
  const { transactionId, finalFocus, onLinkIdentity, onSignIn } = props;
  const { client, nonce, ...provided } = usePayContext(props.client);
  const queryClient = useQueryClient();
  const messages = props.messages ?? provided.messages ?? en;

  const [cancellationOf] = useState(createCancellations);
  const cancellation = cancellationOf(transactionId);
  const { subscribe, getState } = cancellation;
  const state = useSyncExternalStore(subscribe, getState, getState);

  const [isOpen, setIsOpen] = useOpenTransaction(props);

  function setOpen(open: boolean): void {
    setIsOpen(open);
    void callHandler(props.onOpenChange, open);
  }

  const [isHidden, setIsHidden] = useState(false);

  const { announce, attachAnnouncer } = useAnnouncer();
  const rendered = useRef(cancellation);
  // An insertion effect, because <Activity> runs no others while it hides this, and the app may switch to another transaction.
  useInsertionEffect(() => {
    rendered.current = cancellation;
  });
  useIsomorphicLayoutEffect(() =>
    cancellation.attach({
      onCanceled(isInCharge) {
        if (cancellation.isAttached) announce(messages.canceled, messages.locale);
        if (rendered.current === cancellation) setOpen(false); // or this would close the dialog of another transaction
        if (isInCharge) void callHandler(props.onCanceled, transactionId);
      },
      onError: (error) => void callHandler(props.onError, error),
    }),
  );

  const [origin] = useState(createFocusOrigin);
  const opened = useRef<Cancellation>(undefined); // <Activity> and StrictMode run effects again
  useIsomorphicLayoutEffect(() => {
    const next = isOpen ? cancellation : undefined;
    if (next === opened.current) return;
    if (opened.current?.getState().status !== 'canceled') opened.current?.reset();
    opened.current = next;
    origin.forget();
    if (next) setIsHidden(false);
    next?.reset();
    next?.join(queryClient);
  }, [cancellation, isOpen, origin, queryClient]);

  const shown = useShownState(state, isOpen);

  const recovering = isRecovering(state);
  useIsomorphicLayoutEffect(() => {
    const comeBack = recovering ? cancellation.endRecovery : undefined;
    onViewChange?.({ transactionId, status: state.status, comeBack });
  }, [onViewChange, transactionId, state.status, recovering, cancellation]);

  useIsomorphicLayoutEffect(() => {
    if (recovering) origin.keep();
  }, [recovering, origin]);

  // An insertion effect, because these run before Radix adds its `<style>`.
  useInsertionEffect(() => {
    if (nonce) setNonce(nonce);
  }, [nonce]);

  const recoveries = { signIn: onSignIn, linkIdentity: onLinkIdentity };
  function confirm(): void {
    const action = confirmActionOf(getState(), recoveries);
    if (!isOpen || action === 'none') return; // the dialog is closing, and can still be pressed
    if (action === 'signIn' || action === 'linkIdentity') cancellation.recover(recoveries[action]);
    else cancellation.confirm(client, queryClient);
  }

  function handleOpenChange(open: boolean): void {
    const { status } = getState();
    if (open) cancellation.endRecovery(); // even if the app's promise never settles
    if (open === isOpen || !transactionId || status === 'pending') return;
    if (status === 'canceled' && (open || shown.status !== 'canceled')) return; // success is closing it already
    setOpen(open);
  }

  const ownTrigger = useRef<HTMLElement>(null);
  const attachTrigger = useCallback((element: HTMLElement | null) => {
    ownTrigger.current = element;
  }, []);
  const context: CancelPaymentContextValue = {
    status: state.status,
    state: shown,
    getState,
    action: confirmActionOf(shown, recoveries),
    secondsToWait: useSecondsUntil(shown.status === 'error' ? shown.retryAt : 0),
    isOpen: isOpen && !recovering,
    isRemoved: recovering || isHidden,
    close: () => handleOpenChange(false),
    handleHidden() {
      setIsHidden(true);
      if (isOpen) setOpen(false);
    },
    confirm,
    messages,
    amount: props.amount,
    trigger: outerTrigger ?? ownTrigger,
    attachTrigger,
    keep: useRef<HTMLButtonElement>(null),
    finalFocus,
    origin,
    attachAnnouncer,
  };
  return (
    <CancelPaymentContext.Provider value={context}>
      <AlertDialog.Root open={isOpen && !recovering} onOpenChange={handleOpenChange}>
        {props.children}
      </AlertDialog.Root>
    </CancelPaymentContext.Provider>
  );
}
