import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton, PayError } from '../../../src/index.ts';
import { createControlledFetch } from '../../support/createControlledFetch.ts';
import { getAccessibleButtons, getButton, getDialog, waitForClose, waitForFocus } from '../../support/dialogQueries.ts';
import { centerOf, dispatchMouse } from '../../support/gestures.ts';
import { renderInApp } from '../../support/renderInApp.tsx';
import { isFirefox } from '../../support/requires.ts';
import { showUiState, uiStates } from '../../support/showUiState.tsx';

afterEach(() => {
  vi.useRealTimers();
});

test.each(['{Enter}', ' '])(
  '2.1.1 Keyboard: a payment can be kept, retried and canceled with the key "%s"',
  async (key) => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await userEvent.tab();
    await userEvent.keyboard(key);
    await waitForFocus('Keep payment');
    await userEvent.keyboard(key);
    await waitForClose();
    await waitForFocus('Cancel payment');
    await userEvent.keyboard(key);
    await waitForFocus('Keep payment');
    await userEvent.tab();
    await userEvent.keyboard(key);
    await waitForFocus('Canceling…');
    server.respond(408);
    await waitForFocus('Try again');
    await userEvent.keyboard(key);
    await waitForFocus('Canceling…');
    server.respond(204);
    await waitForFocus('Payment canceled');
    expect(server.requestedIds).toEqual(['t1', 't1']);
  },
);

test('2.1.2 No Keyboard Trap: Tab stays in the dialog, Escape closes it, and Tab continues from the button', async () => {
  await showUiState('open');
  const after = document.body.appendChild(document.createElement('button'));
  after.textContent = 'After';
  for (const name of ['Cancel payment', 'Keep payment', 'Cancel payment']) {
    await userEvent.tab();
    expect(getButton(name)).toHaveFocus();
  }
  for (const name of ['Keep payment', 'Cancel payment', 'Keep payment']) {
    await userEvent.tab({ shift: true });
    expect(getButton(name)).toHaveFocus();
  }
  await userEvent.keyboard('{Escape}');
  await waitForClose();
  await waitForFocus('Cancel payment');
  await userEvent.tab();
  expect(after).toHaveFocus();
  after.remove();
});

test.each(['timeout', 'forbidden'] as const)('2.1.2 No Keyboard Trap: Escape closes an error: %s', async (state) => {
  await showUiState(state);
  await userEvent.keyboard('{Escape}');
  await waitForClose();
  expect(getButton('Cancel payment')).toHaveFocus();
});

test('2.1.4 Character Key Shortcuts: no single key does anything', async () => {
  await showUiState('open');
  const before = getDialog().outerHTML;
  // In Firefox, "/" opens its search, which then takes all keys.
  await userEvent.keyboard(`abcdefghijklmnopqrstuvwxyz0123456789?.,${isFirefox ? '' : '/'}`);
  expect(getDialog().outerHTML).toBe(before);
  expect(getButton('Keep payment')).toHaveFocus();
});

test('2.2.1 Timing Adjustable: the question and an error stay for a day', async () => {
  vi.useFakeTimers();
  const day = () => act(() => vi.advanceTimersByTimeAsync(86_400_000));
  const client = { cancelPreAuth: () => Promise.reject(new PayError('timeout')) };
  renderInApp(<CancelPaymentButton transactionId="t1" client={client} />, {});
  fireEvent.click(getButton('Cancel payment'));
  await act(() => vi.advanceTimersByTimeAsync(0));
  await day();
  fireEvent.click(getButton('Cancel payment'));
  await act(() => vi.advanceTimersByTimeAsync(0));
  await day();
  expect(getButton('Try again')).toBeInTheDocument();
  expect(getDialog()).toHaveAttribute('data-state', 'open');
});

test.each(uiStates.filter((state) => state !== 'disabled'))(
  '2.4.7 Focus Visible: each button has a focus ring, %s',
  async (state) => {
    await showUiState(state);
    if (state === 'idle') await userEvent.tab();
    const unfocused = new Set<Element | null>(getAccessibleButtons());
    for (const _ of getAccessibleButtons()) {
      const focused = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect(outlineStyle).toBe('solid');
      expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      unfocused.delete(focused);
      // Not out of the page: Firefox would then send all keys to its own interface.
      if (unfocused.size > 0) await userEvent.tab();
    }
    expect([...unfocused]).toEqual([]);
  },
);

test.each([
  ['open', 'Keep payment'],
  ['pending', 'Canceling…'],
  ['timeout', 'Try again'],
  ['missing-linked-identity', 'Link account'],
  ['forbidden', 'Close'],
  ['canceled', 'Payment canceled'],
] as const)('2.4.3 Focus Order: focus is never lost, %s: %s', async (state, name) => {
  await showUiState(state);
  expect(getButton(name)).toHaveFocus();
});

test('2.5.2 Pointer Cancellation: a press that is released elsewhere does nothing', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, server);
  const away = { x: 1, y: 1 };
  await dispatchMouse('down', centerOf(getButton('Cancel payment')));
  await dispatchMouse('move', away);
  await dispatchMouse('up', away);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await userEvent.click(getButton('Cancel payment'));
  await waitForFocus('Keep payment');
  await dispatchMouse('down', centerOf(getButton('Cancel payment')));
  expect(server.requestedIds).toEqual([]);
  await dispatchMouse('move', away);
  await dispatchMouse('up', away);
  expect(getButton('Cancel payment')).toBeVisible();
  expect(server.requestedIds).toEqual([]);
});

test('3.2.1 On Focus: the button does nothing when it receives focus', async () => {
  await showUiState('idle');
  await userEvent.tab();
  expect(getButton('Cancel payment')).toHaveFocus();
  expect(getButton('Cancel payment')).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

test('3.3.4 Error Prevention (Legal, Financial, Data): an accidental second Enter keeps the payment', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, server);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Keep payment');
  await userEvent.keyboard('{Enter}');
  await waitForClose();
  expect(server.requestedIds).toEqual([]);
});
