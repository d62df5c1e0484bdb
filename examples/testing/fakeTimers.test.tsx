// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CancelPaymentButton, createPayClient } from 'react-cancel-preauth';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { Checkout } from './Checkout';

// Before the timers are replaced: loading the dialog takes time.
beforeAll(() => CancelPaymentButton.preload());
beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true }); // Testing Library waits with timers
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('after too many requests, the user can try again once the time is over', async () => {
  const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
  const client = createPayClient({ fetch: createPaySandbox().fetch });
  render(<Checkout client={client} transactionId={sandboxTransactions['rate-limited']} />);
  await user.click(screen.getByRole('button', { name: 'Cancel payment' }));
  await screen.findByRole('alertdialog');
  await user.click(screen.getByRole('button', { name: 'Cancel payment' }));

  const retry = await screen.findByRole('button', { name: /^Try again in/ });
  expect(retry.getAttribute('aria-disabled')).toBe('true');
  // One second at a time, because React renders the countdown in between.
  for (let second = 0; second < 5; second++) await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(screen.getByRole('button', { name: 'Try again' }).getAttribute('aria-disabled')).not.toBe('true');
});
