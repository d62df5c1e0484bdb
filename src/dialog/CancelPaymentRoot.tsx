'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { setNonce } from 'get-nonce';
import {
  useCallback,
  useContext,
  useEffect,
  useInsertionEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react';
import type { PayClient } from '../client/createPayClient.ts';
import type { PayError } from '../client/PayError.ts';
import { PayContext, usePayClient } from '../hooks/PayProvider.tsx';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import { en } from '../messages/en.ts';
import { callConsumer, report } from './callConsumer.ts';
import { CancelPaymentContext, type CancelPaymentState, type CancelPaymentStatus } from './CancelPaymentContext.ts';
import { errorActions, type ConfirmAction } from './errorActions.ts';
import { formatAmount } from './formatAmount.ts';
import { useCancellation, type Cancellation } from './useCancellation.ts';
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

  // Named by the transaction: another one closes a dialog that was opened for this one, also if this one comes back.
  const [openId, setOpenId] = useState(props.defaultOpen && transactionId);
  if (openId && openId !== transactionId) setOpenId(false);
  const isOpen = props.open ?? openId === transactionId;
  const [recovery, setRecovery] = useState<{ from: Cancellation; isRunning: boolean }>();
  const recovering = useRef<Cancellation>(undefined); // the latest, also for a second click in the same tick
  const ownTrigger = useRef<HTMLElement>(null);
  const trigger = outerTrigger ?? ownTrigger;

  const isShown = useRef(false);
  useIsomorphicLayoutEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  // Insertion effects run before Radix adds its `<style>`, and outlast being hidden by <Activity>.
  const isMounted = useRef(false);
  useInsertionEffect(() => {
    if (nonce) setNonce(nonce);
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, [nonce]);

  const cancellation = useCancellation(client, transactionId, {
    onCanceled(id) {
      if (isShown.current) announce(messages.canceled, messages.locale);
      if (isMounted.current && isOpen && id === transactionId) setOpen(false);
      void callConsumer(props.onCanceled, id);
    },
    onError: (cause) => void callConsumer(props.onError, cause),
  });
  const { current, inFlight, reset } = cancellation;
  const isRecovered = recovery?.from === current && recovery?.isRunning === false;
  const shown = isRecovered ? undefined : current;
  const error = shown?.error;
  const status = shown?.status ?? 'idle';

  // The dialog leaves from a timer, maybe with the handler of an earlier render.
  const lastStatus = useRef<CancelPaymentStatus>(status);
  useIsomorphicLayoutEffect(() => {
    lastStatus.current = status;
  });
  let news = '';
  if (isRecovered) news = messages.retry;
  else if (shown && !error) news = messages.pending; // also once it is canceled: unchanged while the dialog fades
  const { announce, ...traces } = usePageTraces(trigger, finalFocus, news, () => {
    onViewChange?.({
      transactionId,
      status: lastStatus.current === 'canceled' ? 'canceled' : 'idle',
      isMounted: inFlight.current.size > 0,
    });
  });

  function setOpen(open: boolean): void {
    setOpenId(open && transactionId);
    void callConsumer(props.onOpenChange, open);
  }

  // Forgotten on the way in, not out: the text must not change while the dialog fades.
  const wasOpen = useRef(false);
  useIsomorphicLayoutEffect(() => {
    if (isOpen && !wasOpen.current) reset();
    wasOpen.current = isOpen;
  }, [isOpen, reset]);

  const { content } = traces;
  useIsomorphicLayoutEffect(() => {
    onViewChange?.({
      transactionId,
      status,
      isMounted: isOpen || inFlight.current.size > 0 || content.current !== null,
    });
  }, [transactionId, status, isOpen, inFlight, content, onViewChange]);

  let action: ConfirmAction = 'confirm';
  if (isRecovered) action = 'retry';
  else if (error) action = errorActions[error.code];
  if ((action === 'linkIdentity' && !onLinkIdentity) || (action === 'signIn' && !onSignIn)) action = 'none';

  async function recover(from: Cancellation): Promise<void> {
    if (recovering.current === from) return;
    recovering.current = from;
    setRecovery({ from, isRunning: true });
    await callConsumer(action === 'signIn' ? onSignIn : onLinkIdentity);
    if (recovering.current === from) setRecovery({ from, isRunning: false });
  }

  function act(): void {
    if (current && (action === 'linkIdentity' || action === 'signIn')) void recover(current);
    else if (status !== 'canceled') cancellation.start();
  }

  function handleOpenChange(open: boolean): void {
    if (open !== isOpen && !inFlight.current.has(transactionId) && !(open && status === 'canceled')) setOpen(open);
  }

  const attachTrigger = useCallback((element: HTMLElement | null) => {
    ownTrigger.current = element;
  }, []);

  const { value, currency } = props.amount ?? {};
  const amount = useMemo(() => formatAmount(value, currency, messages.locale), [value, currency, messages.locale]);
  useEffect(() => {
    if (amount.error) report(amount.error);
  }, [amount.error]);

  const state: CancelPaymentState = {
    status,
    error,
    attempt: current?.attempt ?? 0,
    action,
    isRecovering: !!error && recovery?.from === current,
    act,
    messages,
    amount: amount.text,
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
