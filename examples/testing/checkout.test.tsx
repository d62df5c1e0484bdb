// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { CancelPaymentButton, createPayClient } from 'react-cancel-preauth';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { Checkout } from './Checkout';

// The dialog is a separate chunk. Loading it first keeps it from slowing down the first test.
beforeAll(() => CancelPaymentButton.preload());
afterEach(cleanup);

async function cancel(transactionId: string) {
  const client = createPayClient({ fetch: createPaySandbox().fetch });
  render(<Checkout client={client} transactionId={transactionId} />);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  await screen.findByRole('alertdialog');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' })); // the dialog hides the other button of this name
}

test('a payment is canceled', async () => {
  await cancel(sandboxTransactions.open);
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(screen.getByText(`Canceled: ${sandboxTransactions.open}`)).toBeTruthy();
});

test('a payment that is no longer open cannot be canceled', async () => {
  await cancel(sandboxTransactions.forbidden);
  const alert = await screen.findByText(/can no longer be canceled/);
  expect(alert.closest('[role="alert"]')).not.toBeNull();
  expect(screen.getByText('Reserved')).toBeTruthy();
});
