'use client';

import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from 'react';
import type { PayClient } from '../client/createPayClient.ts';
import type { CancelPaymentMessages } from '../messages/CancelPaymentMessages.ts';

export interface PayProviderProps {
  /** Used by everything below that is not given a `client` of its own. Make it once, outside of render. */
  client: PayClient;
  /** The language of everything below; default English. */
  messages?: CancelPaymentMessages | undefined;
  /** The page's Content-Security-Policy nonce for the one `<style>` that the open dialog adds to stop the page scrolling. */
  nonce?: string | undefined;
  children?: ReactNode;
}

/** What the nearest {@link PayProvider} offers; nothing without one. */
export const PayContext = createContext<Partial<Omit<PayProviderProps, 'children'>>>({});

/** Gives a client, and optionally a language and a CSP nonce, to the hooks and components below it. */
export function PayProvider({ client, messages, nonce, children }: PayProviderProps): ReactElement {
  const value = useMemo(() => ({ client, messages, nonce }), [client, messages, nonce]);
  return <PayContext.Provider value={value}>{children}</PayContext.Provider>;
}

/**
 * The client of the nearest {@link PayProvider}, or `client` if one is given.
 *
 * @throws {Error} if there is neither
 */
export function usePayClient(client?: PayClient): PayClient {
  const provided = useContext(PayContext).client;
  const found = client ?? provided;
  if (!found) {
    throw new Error(
      'No PayClient found, so no payment could be canceled here. ' +
        'Wrap the tree in <PayProvider client={createPayClient(…)}>, or pass `client`.',
    );
  }
  return found;
}
