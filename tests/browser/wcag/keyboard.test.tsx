import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { CancelPaymentButton, PayError } from '../../../src/index.ts';
import { createHeldFetch } from '../../support/createHeldFetch.ts';
import { pointOf } from '../../support/emulate.ts';
import { renderInApp } from '../../support/renderInApp.tsx';
import { button, focusOn, offeredButtons, openDialog, showStage, stages } from '../../support/showStage.tsx';

afterEach(() => {
  vi.useRealTimers();
});

const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());

test.each(['{Enter}', ' '])('2.1.1 Keyboard: a payment is kept, tried and canceled with the key "%s"', async (key) => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.tab();
  await userEvent.keyboard(key);
  await focusOn('Keep payment');
  await userEvent.keyboard(key);
  await closed();
  await focusOn('Cancel payment');
  await userEvent.keyboard(key);
  await focusOn('Keep payment');
  await userEvent.tab();
  await userEvent.keyboard(key);
  await focusOn('Canceling…');
  held.answer(408);
  await focusOn('Try again');
  await userEvent.keyboard(key);
  await focusOn('Canceling…');
  held.answer(204);
  await focusOn('Payment canceled');
  expect(held.requested).toEqual(['t1', 't1']);
});

test('2.1.2 No Keyboard Trap: Tab stays in the dialog, Escape leaves it, and Tab goes on from where it was', async () => {
  await showStage('open');
  const after = document.body.appendChild(document.createElement('button'));
  after.textContent = 'After';
  for (const name of ['Cancel payment', 'Keep payment', 'Cancel payment']) {
    await userEvent.tab();
    expect(button(name)).toHaveFocus();
  }
  for (const name of ['Keep payment', 'Cancel payment', 'Keep payment']) {
    await userEvent.tab({ shift: true });
    expect(button(name)).toHaveFocus();
  }
  await userEvent.keyboard('{Escape}');
  await closed();
  await focusOn('Cancel payment');
  await userEvent.tab();
  expect(after).toHaveFocus();
  after.remove();
});

test.each(['timeout', 'forbidden'] as const)('2.1.2 No Keyboard Trap: Escape leaves an error: %s', async (stage) => {
  await showStage(stage);
  await userEvent.keyboard('{Escape}');
  await closed();
  expect(button('Cancel payment')).toHaveFocus();
});

test('2.1.4 Character Key Shortcuts: no single key does anything', async () => {
  await showStage('open');
  const before = openDialog().outerHTML;
  await userEvent.keyboard('abcdefghijklmnopqrstuvwxyz0123456789?/.,');
  expect(openDialog().outerHTML).toBe(before);
  expect(button('Keep payment')).toHaveFocus();
});

test('2.2.1 Timing Adjustable: a question and an error wait for a day', async () => {
  vi.useFakeTimers();
  const day = () => act(() => vi.advanceTimersByTimeAsync(86_400_000));
  const client = { cancelPreAuth: () => Promise.reject(new PayError('timeout')) };
  renderInApp(<CancelPaymentButton transactionId="t1" client={client} />, {});
  fireEvent.click(button('Cancel payment'));
  await act(() => vi.advanceTimersByTimeAsync(0));
  await day();
  fireEvent.click(button('Cancel payment'));
  await act(() => vi.advanceTimersByTimeAsync(0));
  await day();
  expect(button('Try again')).toBeInTheDocument();
  expect(openDialog()).toHaveAttribute('data-state', 'open');
});

test.each(stages.filter((stage) => stage !== 'disabled'))(
  '2.4.7 Focus Visible: each button shows that it has focus, %s',
  async (stage) => {
    await showStage(stage);
    if (stage === 'idle') await userEvent.tab();
    const unseen = new Set<Element | null>(offeredButtons());
    for (const _ of offeredButtons()) {
      const focused = document.activeElement ?? document.body;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect(outlineStyle).toBe('solid');
      expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      unseen.delete(focused);
      await userEvent.tab();
    }
    expect([...unseen]).toEqual([]);
  },
);

test.each([
  ['open', 'Keep payment'],
  ['pending', 'Canceling…'],
  ['timeout', 'Try again'],
  ['missing-linked-identity', 'Link account'],
  ['forbidden', 'Close'],
  ['canceled', 'Payment canceled'],
] as const)('2.4.3 Focus Order: focus is never lost, %s: %s', async (stage, name) => {
  await showStage(stage);
  expect(button(name)).toHaveFocus();
});

test('2.5.2 Pointer Cancellation: a press that is let go of elsewhere does nothing', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: { x: number; y: number }) =>
    cdp().send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
  const away = { x: 1, y: 1 };
  await mouse('mousePressed', pointOf(button('Cancel payment')));
  await mouse('mouseMoved', away);
  await mouse('mouseReleased', away);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await userEvent.click(button('Cancel payment'));
  await focusOn('Keep payment');
  await mouse('mousePressed', pointOf(button('Cancel payment')));
  expect(held.requested).toEqual([]);
  await mouse('mouseMoved', away);
  await mouse('mouseReleased', away);
  expect(button('Cancel payment')).toBeVisible();
  expect(held.requested).toEqual([]);
});

test('3.2.1 On Focus: neither the button nor what is in the dialog does anything when it gets focus', async () => {
  await showStage('idle');
  await userEvent.tab();
  expect(button('Cancel payment')).toHaveFocus();
  expect(button('Cancel payment')).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

test('3.3.4 Error Prevention (Legal, Financial, Data): a hasty second Enter keeps the payment', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focusOn('Keep payment');
  await userEvent.keyboard('{Enter}');
  await closed();
  expect(held.requested).toEqual([]);
});
