import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import type { Host } from './Host.ts';
import './main.css';

const apps = import.meta.glob<{ App: Host }>('./apps/*.tsx');
const parameters = new URLSearchParams(location.search);
const load = apps[`./apps/${parameters.get('host')}.tsx`];
if (!load) throw new Error('There is no such host.');
const { App } = await load();
const closesOnSuccess = parameters.has('closesOnSuccess');

const queryClient = new QueryClient();
const client = createPayClient({ baseUrl: '/pay' });

function Page(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  const [presses, setPresses] = useState(0);
  const close = useCallback(() => setIsOpen(false), []);
  useEffect(() => {
    const handleClose = () => setIsOpen(false);
    window.addEventListener('close-host', handleClose);
    return () => window.removeEventListener('close-host', handleClose);
  }, []);
  return (
    <QueryClientProvider client={queryClient}>
      <PayProvider client={client}>
        <h1>Checkout</h1>
        <button type="button" onClick={() => setIsOpen(true)}>
          Open host
        </button>
        <button type="button" onClick={() => setPresses(presses + 1)}>
          Page button
        </button>
        <output>{presses}</output>
        <App isOpen={isOpen} onClose={close}>
          <p>
            <button type="button" onClick={() => setPresses(presses + 1)}>
              Host button
            </button>
          </p>
          <p>
            <CancelPaymentButton
              transactionId="f0e5a3a4-6c1b-4c35-9d8e-1f2a3b4c5d6e"
              amount={{ value: 80, currency: 'EUR' }}
              onCanceled={closesOnSuccess ? close : undefined}
            />
          </p>
          <p>
            <a href="#more">More</a>
          </p>
        </App>
      </PayProvider>
    </QueryClientProvider>
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
