import '@fontsource-variable/inter/index.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PayError, PayProvider, type PayClient } from 'react-cancel-preauth';
import { CancelPaymentDialog } from 'react-cancel-preauth/dialog';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import 'react-cancel-preauth/styles.css';
import { createRoot } from 'react-dom/client';
import { inspect } from './inspect.ts';

/** Not with the sandbox, which is as slow as a server. */
const client: PayClient = {
  async cancelPreAuth({ transactionId }) {
    if (transactionId === sandboxTransactions.open) return;
    throw new PayError('forbidden', { status: 403, requestId: '5a4db0c0-0000-4000-9000-000000000001' });
  },
};

const isOpen = new URLSearchParams(location.search).has('open');
document.documentElement.style.setProperty('--cancel-payment-font', '"Inter Variable"');
Object.assign(window, { inspect });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <PayProvider client={client}>
      <h1>Your payments</h1>
      <CancelPaymentDialog
        transactionId={isOpen ? sandboxTransactions.open : sandboxTransactions.forbidden}
        amount={{ value: 80, currency: 'EUR' }}
        open
      />
    </PayProvider>
  </QueryClientProvider>,
);
