'use client';

import { createContext, useContext, type RefObject } from 'react';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import type { CancellationState } from './Cancellation.ts';
import type { FocusOrigin } from './returnFocus.ts';
import type { ConfirmAction } from './confirmActionOf.ts';

export type CancelPaymentStatus = CancellationState['status'];

/** State shared by the parts. */
export interface CancelPaymentContextValue {
  /** What the trigger shows. */
  status: CancelPaymentStatus;
  /** What the dialog shows: the same, except that it does not change while the dialog closes. */
  state: CancellationState;
  /** What the confirming button does now. */
  action: ConfirmAction;
  /** Whole seconds until the user may try again; 0 if that is now. */
  secondsToWait: number;
  /** Whether the dialog has left the page for a while, so that the user can sign in or link an account. */
  isAway: boolean;
  /** The state in this very tick, which may be newer than the rendered one. */
  getState: () => CancellationState;
  confirm: () => void;
  messages: CancelPaymentMessages;
  amount: { value: number; currency: string } | undefined;
  trigger: RefObject<HTMLElement | null>;
  attachTrigger: (trigger: HTMLElement | null) => void;
  finalFocus: RefObject<HTMLElement | null> | undefined;
  origin: FocusOrigin;
  /** For the content's ref: makes an announcement possible while it is on the page. */
  attachAnnouncer: (content: HTMLElement | null) => void;
}

export const CancelPaymentContext = createContext<CancelPaymentContextValue | undefined>(undefined);

/** @throws {Error} if `part` is outside of a Root */
export function useCancelPaymentContext(part: string): CancelPaymentContextValue {
  const value = useContext(CancelPaymentContext);
  if (!value) {
    throw new Error(
      `CancelPayment.${part} is outside of CancelPayment.Root, so it does not know which payment to cancel. Put it inside.`,
    );
  }
  return value;
}
