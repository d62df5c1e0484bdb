'use client';

import { createContext, useContext, type RefObject } from 'react';
import type { PayError } from '../client/PayError.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';
import type { ConfirmAction } from './errorActions.ts';

export type CancelPaymentStatus = 'idle' | 'pending' | 'error' | 'canceled';

/** What the parts share. */
export interface CancelPaymentState {
  status: CancelPaymentStatus;
  error: PayError | undefined;
  /** The user's attempts since the dialog opened. */
  attempt: number;
  /** What the confirming button does now. */
  action: ConfirmAction;
  /** What the error asks of the user, signing in say, is going on. */
  isRecovering: boolean;
  act: () => void;
  messages: CancelPaymentMessages;
  amount: string | undefined;
  attachTrigger: (trigger: HTMLElement | null) => void;
  finalFocus: RefObject<HTMLElement | null> | undefined;
  content: RefObject<HTMLDivElement | null>;
  attachContent: (content: HTMLDivElement | null) => void;
  handleExit: (event: Event) => void;
}

export const CancelPaymentContext = createContext<CancelPaymentState | undefined>(undefined);

/** Throws a developer's error for a `part` outside of a Root. */
export function useCancelPayment(part: string): CancelPaymentState {
  const state = useContext(CancelPaymentContext);
  if (!state) {
    throw new Error(`CancelPayment.${part} is outside of CancelPayment.Root. Put it inside.`);
  }
  return state;
}
