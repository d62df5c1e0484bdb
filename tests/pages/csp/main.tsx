import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { createRoot } from 'react-dom/client';
import './page.css';

const search = new URLSearchParams(location.search);
const queryClient = new QueryClient();
let token = 'of-expired-session';
const client = createPayClient({ baseUrl: search.get('api') ?? '', accessToken: () => token });

// Vite adds this tag, and uses it too. Browsers hide the nonce from the attribute, but not from the property.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <PayProvider client={client} nonce={search.has('without-nonce') ? undefined : nonce}>
      <CancelPaymentButton
        transactionId={search.get('transaction') ?? ''}
        amount={{ value: 80, currency: 'EUR' }}
        onSignIn={() => {
          token = 'of-new-session';
        }}
      />
    </PayProvider>
  </QueryClientProvider>,
);
