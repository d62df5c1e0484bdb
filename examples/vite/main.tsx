import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';
import 'react-cancel-preauth/styles.css';

const queryClient = new QueryClient();
// An in-memory PACE Pay. Replace it with `baseUrl: payEnvironments.sandbox, accessToken: …`.
const client = createPayClient({ fetch: createPaySandbox({ latency: 600 }).fetch });

function Checkout() {
  const [isCanceled, setIsCanceled] = useState(false);
  return (
    <main>
      <h1>{isCanceled ? 'Reservation released' : 'Ready to fuel at pump 3'}</h1>
      <p>{isCanceled ? 'Nothing was charged.' : '€80.00 is reserved. You only pay for what you fuel.'}</p>
      <CancelPaymentButton
        transactionId={sandboxTransactions.open}
        amount={{ value: 80, currency: 'EUR' }}
        onCanceled={() => setIsCanceled(true)}
      />
    </main>
  );
}

const root = document.querySelector('#root');
if (!root) throw new Error('The element #root is missing in index.html, so the checkout cannot be rendered.');

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <PayProvider client={client}>
      <Checkout />
    </PayProvider>
  </QueryClientProvider>,
);
