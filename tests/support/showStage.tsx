import '@fontsource-variable/inter/index.css';
import { screen, waitFor, within } from '@testing-library/react';
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
import { renderInApp } from './renderInApp.tsx';
import '../../src/styles.css';

/** What a user can have on the screen. */
export type Stage = 'idle' | 'disabled' | 'open' | 'pending' | 'canceled' | PayErrorCode;

/** Those that look different: an error that offers a repeat, one that offers something else, and one that is final. */
export const stages: Stage[] = [
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
  style.setProperty('--cancel-payment-duration', '0s'); // what is looked at is at rest
  await document.fonts.load('16px "Inter Variable"');
});

/** Ends as the stage says. */
const clientOf = (stage: Stage): PayClient => ({
  async cancelPreAuth() {
    if (stage === 'canceled') return;
    if (stage === 'idle' || stage === 'disabled' || stage === 'open' || stage === 'pending') {
      await new Promise(() => {});
    } else {
      throw new PayError(stage, { requestId, retryAfter: 60_000 }); // longer than what the dialog waits for by itself
    }
  },
});

export const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });
export const openDialog = (): HTMLElement => screen.getByRole('alertdialog');
export const dialogButtons = (): HTMLElement[] => within(openDialog()).getAllByRole('button');
export const focusOn = (name: string): Promise<void> =>
  waitFor(() => {
    expect(button(name)).toHaveFocus();
  });

export const errorBox = (): Element => openDialog().querySelector('.cancel-payment-error') ?? openDialog();

/** Those that the page offers: all of them, or only the dialog's while it is open. */
export const offeredButtons = (): HTMLElement[] => screen.getAllByRole('button');

/** Takes transitions and entrances to their end; a spinner has none. */
export function finishAnimations(): void {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** Renders a page with the button, and takes it to `stage` by keyboard. */
export async function showStage(stage: Stage, messages: CancelPaymentMessages = en): Promise<void> {
  renderInApp(
    <main>
      <h1>Your payments</h1>
      <CancelPaymentButton
        transactionId="t1"
        amount={{ value: 80, currency: 'EUR' }}
        client={clientOf(stage)}
        disabled={stage === 'disabled'}
        onLinkIdentity={() => {}}
        onSignIn={() => {}}
      />
    </main>,
    { messages },
  );
  if (stage !== 'idle' && stage !== 'disabled') {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await focusOn(messages.keep);
    if (stage !== 'open') {
      await userEvent.tab();
      await userEvent.keyboard('{Enter}');
      if (stage === 'canceled') await focusOn(messages.canceled);
      else if (stage === 'pending') await focusOn(messages.pending);
      else await waitFor(() => expect(openDialog()).toHaveAttribute('data-status', 'error'));
    }
  }
  finishAnimations();
}
