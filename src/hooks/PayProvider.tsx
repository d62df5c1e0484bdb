'use client';

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from 'react';
import type { PayClient } from '../client/createPayClient.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';

/** What the provider provides. */
export interface PayProviderProps {
  /** Used by all hooks and components below that have no other `client`. Create it once, outside of render. */
  client: PayClient;
  /** The texts of all components below. Default: English. */
  messages?: CancelPaymentMessages | undefined;
  /** The page's Content-Security-Policy nonce, for the `<style>` that stops the page from scrolling behind the dialog. */
  nonce?: string | undefined;
  /** The part of the app that cancels payments. */
  children?: ReactNode;
}

type PayContextValue = Omit<PayProviderProps, 'children'>;

const PayContext = createContext<PayContextValue | undefined>(undefined);

/** Provides a client, and optionally messages and a CSP nonce, to the hooks and components below. */
export function PayProvider({ client, messages, nonce, children }: PayProviderProps): ReactElement {
  const value = useMemo(() => ({ client, messages, nonce }), [client, messages, nonce]);
  return <PayContext.Provider value={value}>{children}</PayContext.Provider>;
}

/** The values of the nearest {@link PayProvider}, with `client` in place of its client if one is given. */
export function usePayContext(client?: PayClient): PayContextValue {
  const provided = useContext(PayContext);
  if (client) return { ...provided, client };
  if (!provided?.client) {
    throw new Error(
      'No PayClient found, so no payment could be canceled here. ' +
        'Wrap the tree in <PayProvider client={createPayClient(…)}>, or pass `client`.',
    );
  }
  return provided;
}

/**
 * The client of the nearest {@link PayProvider}, or `client` if one is given.
 *
 * @throws {Error} if there is neither
 */
export function usePayClient(client?: PayClient): PayClient {
  return usePayContext(client).client;
}
