// @vitest-environment node
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CancelPaymentButton, createPayClient, PayProvider } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import * as CancelPayment from '../../src/parts.ts';

function renderOnServer(ui: ReactElement) {
  return renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <PayProvider client={createPayClient({ baseUrl: '/pay' })}>{ui}</PayProvider>
    </QueryClientProvider>,
  );
}

test('the button renders as a plain button', () => {
  expect(renderOnServer(<CancelPaymentButton transactionId="t1" />)).toBe(
    '<button aria-haspopup="dialog" aria-expanded="false" lang="en" type="button" class="cancel-payment-trigger" ' +
      'data-state="closed" data-status="idle">Cancel payment</button>',
  );
});

test('a dialog, even an open one, renders nothing on the server', () => {
  expect(renderOnServer(<CancelPaymentDialog transactionId="t1" defaultOpen />)).toBe('');
});

test('the parts render their trigger', () => {
  expect(
    renderOnServer(
      <CancelPayment.Root transactionId="t1">
        <CancelPayment.Trigger />
      </CancelPayment.Root>,
    ),
  ).toContain('>Cancel payment</button>');
});

test('an amount that cannot be formatted does not throw', async () => {
  const amount = { value: Number.NaN, currency: 'EUR' };
  expect(renderOnServer(<CancelPaymentDialog transactionId="t1" amount={amount} defaultOpen />)).toBe('');
  await new Promise((resolve) => setTimeout(resolve)); // an error thrown later would fail the run
});
