import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { createRoot } from 'react-dom/client';

// The delays of retries: 0.5 s, then 1 s. Firefox ends a page's requests a moment before the page knows that it is left, so a delay
// of a few ms would be over before that.
Math.random = () => 0.5;

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
