// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';

// The dialog is a separate chunk. Loading it first keeps it from slowing down the first test.
beforeAll(() => CancelPaymentButton.preload());
afterEach(cleanup);

function renderButton(transactionId: string, onCanceled = vi.fn()) {
  const client = createPayClient({ fetch: createPaySandbox().fetch });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PayProvider client={client}>
        <CancelPaymentButton transactionId={transactionId} onCanceled={onCanceled} />
      </PayProvider>
    </QueryClientProvider>,
  );
  return onCanceled;
}

async function cancel() {
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  await screen.findByRole('alertdialog');
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' })); // the dialog hides the other button of this name
}

test('a payment is canceled', async () => {
  const onCanceled = renderButton(sandboxTransactions.open);
  await cancel();
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(onCanceled).toHaveBeenCalledWith(sandboxTransactions.open);
});

test('a payment that is no longer open cannot be canceled', async () => {
  const onCanceled = renderButton(sandboxTransactions.forbidden);
  await cancel();
  const alert = await screen.findByText(/can no longer be canceled/);
  expect(alert.closest('[role="alert"]')).not.toBeNull();
  expect(onCanceled).not.toHaveBeenCalled();
});
