'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { setNonce } from 'get-nonce';
import {
  useCallback,
  useContext,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { CancelPreAuthParameters, PayClient } from '../client/createPayClient.ts';
import { isPayError, PayError } from '../client/PayError.ts';
import { PayContext, usePayClient } from '../hooks/PayProvider.tsx';
import { useCancelPreAuth } from '../hooks/useCancelPreAuth.ts';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import { en } from '../messages/en.ts';
import { callConsumer, report } from './callConsumer.ts';
import { CancelPaymentContext, type CancelPaymentState, type CancelPaymentStatus } from './CancelPaymentContext.ts';
import { errorActions, type ConfirmAction } from './errorActions.ts';
import { formatAmount } from './formatAmount.ts';
import { usePageTraces } from './usePageTraces.ts';

export interface CancelPaymentRootProps {
  /** The transaction to cancel. Another one starts clean, and closes a dialog that `open` does not control. */
  transactionId: string;
  /** What is reserved: major units (12.5 is twelve and a half euros) and an ISO 4217 code. Named in the description. */
  amount?: { value: number; currency: string } | undefined;
  open?: boolean | undefined;
  defaultOpen?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Called once per confirmed cancellation, also if the screen is gone by then. */
  onCanceled?: ((transactionId: string) => void) | undefined;
  onError?: ((error: PayError) => void) | undefined;
  /** Offered on `missing-linked-identity`. When it settles, the user can try again. */
  onLinkIdentity?: (() => void | Promise<void>) | undefined;
  /** Offered on `unauthorized`. When it settles, the user can try again. */
  onSignIn?: (() => void | Promise<void>) | undefined;
  /** Default: that of the nearest `PayProvider`. */
  client?: PayClient | undefined;
  /** Default: those of the nearest `PayProvider`, else English. */
  messages?: CancelPaymentMessages | undefined;
  /** Gets focus after closing, when the trigger is gone. */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
  children?: ReactNode;
}

/** What a trigger outside of the Root shows of it. */
export interface CancelPaymentView {
  transactionId: string;
  status: CancelPaymentStatus;
  /** False once the dialog has left the page, its exit animation included, and no request is on its way. */
  isMounted: boolean;
}

/** For a trigger outside of the Root. */
export interface CancelPaymentAttachment {
  trigger?: RefObject<HTMLElement | null>;
  onViewChange?: (view: CancelPaymentView) => void;
}

/** The error to show: anything but a PayError of a known code means that nobody knows what happened. */
function toKnownError(error: unknown): PayError {
  return isPayError(error) && error.code in errorActions ? error : new PayError('unexpected-response');
}

export function CancelPaymentRoot({
  trigger: outerTrigger,
  onViewChange,
  ...props
}: CancelPaymentRootProps & CancelPaymentAttachment): ReactElement {
  const { transactionId, finalFocus, onLinkIdentity, onSignIn } = props;
  const provided = useContext(PayContext);
  const client = usePayClient(props.client);
  const messages = props.messages ?? provided.messages ?? en;
  const { nonce } = provided;

  // Insertion effects run before Radix adds its `<style>`.
  useInsertionEffect(() => {
    if (nonce) setNonce(nonce);
  }, [nonce]);

  // State names the transaction it belongs to, so that nothing of one is ever shown on another.
  const [openId, setOpenId] = useState(props.defaultOpen ? transactionId : undefined);
  const [canceledId, setCanceledId] = useState<string>();
  const [recoveredError, setRecoveredError] = useState<PayError>();
  const isOpen = props.open ?? openId === transactionId;

  const inFlight = useRef<string>(undefined); // a second click in the same tick sees this, but no new state yet
  const confirmed = useRef<CancelPreAuthParameters>(undefined);
  const ownTrigger = useRef<HTMLElement>(null);
  const trigger = outerTrigger ?? ownTrigger;

  // A request outlives the render that sent it, and the screen: when it ends, the callbacks of then count.
  const latest = useRef<{ handleCanceled: (parameters: CancelPreAuthParameters) => void; status: CancelPaymentStatus }>(
    undefined,
  );

  const { announce, ...traces } = usePageTraces(trigger, finalFocus, () => {
    if (inFlight.current) return;
    onViewChange?.({
      transactionId,
      status: latest.current?.status === 'canceled' ? 'canceled' : 'idle',
      isMounted: false,
    });
  });

  function setOpen(open: boolean): void {
    setOpenId(open ? transactionId : undefined);
    void callConsumer(props.onOpenChange, open);
  }

  function handleEnd(id: string): void {
    if (inFlight.current === id) inFlight.current = undefined;
  }

  function handleCanceled(parameters: CancelPreAuthParameters): void {
    const id = parameters.transactionId;
    handleEnd(id);
    confirmed.current = parameters;
    setCanceledId(id);
    announce(messages.canceled);
    if (id === transactionId && isOpen) setOpen(false);
    void callConsumer(props.onCanceled, id);
  }

  // Success is taken from the client, before the app's own MutationCache callbacks: one that throws or never ends would
  // turn a payment that is canceled into a failed or an endless one.
  const observedClient = useMemo<PayClient>(
    () => ({
      async cancelPreAuth(parameters) {
        await client.cancelPreAuth(parameters);
        latest.current?.handleCanceled(parameters);
      },
    }),
    [client],
  );

  const { mutate, reset, ...mutation } = useCancelPreAuth({
    client: observedClient,
    throwOnError: false, // the dialog shows it
    onError(error, parameters) {
      handleEnd(parameters.transactionId);
      if (!isPayError(error)) report(error);
      if (parameters === confirmed.current) return; // it is an app-wide callback that failed, not the cancellation
      void callConsumer(props.onError, toKnownError(error));
    },
  });

  const isMine = mutation.variables?.transactionId === transactionId;
  const error = isMine && mutation.isError ? toKnownError(mutation.error) : undefined;
  const status =
    canceledId === transactionId ? 'canceled' : isMine && mutation.isPending ? 'pending' : error ? 'error' : 'idle';

  useIsomorphicLayoutEffect(() => {
    latest.current = { handleCanceled, status };
  });

  // Reset on the way in, not out: the text must not change while the dialog fades.
  const wasOpen = useRef(false);
  useIsomorphicLayoutEffect(() => {
    if (isOpen && !wasOpen.current && !inFlight.current) {
      reset();
      setCanceledId(undefined);
    }
    wasOpen.current = isOpen;
  }, [isOpen, reset]);

  useIsomorphicLayoutEffect(() => {
    onViewChange?.({ transactionId, status, isMounted: true });
  }, [transactionId, status, onViewChange]);

  let action: ConfirmAction = error ? errorActions[error.code] : 'confirm';
  if (error && error === recoveredError) action = 'retry';
  if ((action === 'linkIdentity' && !onLinkIdentity) || (action === 'signIn' && !onSignIn)) action = 'none';

  function act(): void {
    if (action === 'linkIdentity' || action === 'signIn') {
      void callConsumer(action === 'signIn' ? onSignIn : onLinkIdentity).then(() => setRecoveredError(error));
    } else if (action !== 'none' && status !== 'canceled' && inFlight.current !== transactionId) {
      inFlight.current = transactionId;
      mutate({ transactionId });
    }
  }

  function handleOpenChange(open: boolean): void {
    if (open === isOpen || inFlight.current === transactionId || (open && status === 'canceled')) return;
    setOpen(open);
  }

  const attachTrigger = useCallback((element: HTMLElement | null) => {
    ownTrigger.current = element;
  }, []);

  const { value, currency } = props.amount ?? {};
  const state: CancelPaymentState = {
    status,
    error,
    action,
    act,
    messages,
    amount: useMemo(() => formatAmount(value, currency, messages.locale), [value, currency, messages.locale]),
    attachTrigger,
    finalFocus,
    ...traces,
  };
  return (
    <CancelPaymentContext.Provider value={state}>
      <AlertDialog.Root open={isOpen} onOpenChange={handleOpenChange}>
        {props.children}
      </AlertDialog.Root>
    </CancelPaymentContext.Provider>
  );
}
