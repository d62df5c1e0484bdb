'use client';

import { createContext, useContext, type RefObject } from 'react';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import type { CancellationState } from './Cancellation.ts';
import type { FocusOrigin } from './returnFocus.ts';
import type { ConfirmAction } from './confirmActionOf.ts';

/** `idle`, `pending`, `error` or `canceled`: the `data-status` of the parts. */
export type CancelPaymentStatus = CancellationState['status'];

/** State shared by the parts. */
export interface CancelPaymentContextValue {
  /** The status that the trigger shows. */
  status: CancelPaymentStatus;
  /** The state that the dialog shows. Unlike `status`, it does not change while the dialog closes. */
  state: CancellationState;
  /** What Confirm does now. */
  action: ConfirmAction;
  /** Whole seconds until the user can try again; 0 if they can now. */
  secondsToWait: number;
  /** Whether the dialog is on the page, and not closing. */
  isOpen: boolean;
  /**
   * Whether the dialog is removed without an exit animation: temporarily, so that the user can sign in or link an account,
   * or because the app has hidden what it is in.
   */
  isRemoved: boolean;
  /** Closes the dialog, unless the request is in flight. */
  close: () => void;
  /** Closes the dialog even then, because the app has hidden what it is in. */
  handleHidden: () => void;
  /** The current state, which may be newer than the rendered one. */
  getState: () => CancellationState;
  confirm: () => void;
  messages: CancelPaymentMessages;
  amount: { value: number; currency: string } | undefined;
  trigger: RefObject<HTMLElement | null>;
  attachTrigger: (trigger: HTMLElement | null) => void;
  /** Null while the dialog has no Keep. */
  keep: RefObject<HTMLElement | null>;
  finalFocus: RefObject<HTMLElement | null> | undefined;
  origin: FocusOrigin;
  /** For the content's ref: creates the live region for announcements. */
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
