import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { createRoot } from 'react-dom/client';

/** A page with the button. The apps differ in what else they import, and so in their chunks. */
export function renderApp(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <PayProvider client={createPayClient({ baseUrl: '/pay' })}>
        <CancelPaymentButton transactionId="t1" />
      </PayProvider>
    </QueryClientProvider>,
  );
}
