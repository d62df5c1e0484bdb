import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createPayClient, PayProvider } from 'react-cancel-preauth';
import { createPaySandbox } from 'react-cancel-preauth/sandbox';
import { CancelPaymentButton } from '@/components/cancel-payment-button';
import './index.css';

const query = new URLSearchParams(location.search);
document.documentElement.classList.toggle('dark', query.has('dark'));

const client = createPayClient({ fetch: createPaySandbox({ latency: 100 }).fetch, accessToken: 'token', retry: 0 });

createRoot(document.getElementById('root') ?? document.body).render(
  <QueryClientProvider client={new QueryClient()}>
    <PayProvider client={client}>
      <main className="p-6">
        <CancelPaymentButton transactionId={query.get('id') ?? ''} amount={{ value: 80, currency: 'EUR' }} />
      </main>
    </PayProvider>
  </QueryClientProvider>,
);
