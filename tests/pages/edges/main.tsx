import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');

// In ms, so that a test does not have to wait for the default of 10 seconds.
const client = createPayClient({ baseUrl: '/pay', timeout: 4000 });

createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <PayProvider client={client}>
      <CancelPaymentButton transactionId="t1" />
    </PayProvider>
  </QueryClientProvider>,
);
