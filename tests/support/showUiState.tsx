import '@fontsource-variable/inter/index.css';
import { waitFor } from '@testing-library/react';
import { beforeAll, expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  CancelPaymentButton,
  PayError,
  type CancelPaymentMessages,
  type PayClient,
  type PayErrorCode,
} from '../../src/index.ts';
import { en } from '../../src/locales.ts';
import { finishAnimations } from './animations.ts';
import { getDialog, waitForFocus } from './dialogQueries.ts';
import { renderInApp } from './renderInApp.tsx';
import '../../src/styles.css';

/** A state of the user interface. */
export type UiState = 'idle' | 'disabled' | 'open' | 'pending' | 'canceled' | PayErrorCode;

/** The states that look different. Of the errors: one that offers a retry, one that offers another action, and a final one. */
export const uiStates: UiState[] = [
  'idle',
  'disabled',
  'open',
  'pending',
  'timeout',
  'missing-linked-identity',
  'forbidden',
  'canceled',
];

export const requestId = '5a4db0c0-0000-4000-9000-000000000001';

beforeAll(async () => {
  await CancelPaymentButton.preload();
  const { style } = document.documentElement;
  style.setProperty('--cancel-payment-font', '"Inter Variable"'); // the same on every machine
  style.setProperty('--cancel-payment-duration', '0s'); // no animations while a test inspects the dialog
  await document.fonts.load('16px "Inter Variable"');
});

/** A client whose call leads to `state`. */
const createClient = (state: UiState): PayClient => ({
  async cancelPreAuth() {
    if (state === 'canceled') return;
    if (state === 'idle' || state === 'disabled' || state === 'open' || state === 'pending') {
      await new Promise(() => {});
    } else {
      throw new PayError(state, { requestId, retryAfter: 60_000 }); // too long for an automatic retry
    }
  },
});

export const getErrorBox = (): Element => getDialog().querySelector('.cancel-payment-error') ?? getDialog();

/** Renders a page with the button, and brings it into `state` by keyboard. */
export async function showUiState(state: UiState, messages: CancelPaymentMessages = en): Promise<void> {
  renderInApp(
    <main>
      <h1>Your payments</h1>
      <CancelPaymentButton
        transactionId="t1"
        amount={{ value: 80, currency: 'EUR' }}
        client={createClient(state)}
        disabled={state === 'disabled'}
        onLinkIdentity={() => {}}
        onSignIn={() => {}}
      />
    </main>,
    { messages },
  );
  if (state !== 'idle' && state !== 'disabled') {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitForFocus(messages.keep);
    if (state !== 'open') {
      await userEvent.tab();
      await userEvent.keyboard('{Enter}');
      if (state === 'canceled') await waitForFocus(messages.canceled);
      else if (state === 'pending') await waitForFocus(messages.pending);
      else await waitFor(() => expect(getDialog()).toHaveAttribute('data-status', 'error'));
    }
  }
  finishAnimations();
}
