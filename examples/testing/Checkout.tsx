import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { CancelPaymentButton, PayProvider, type PayClient } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';

interface CheckoutProps {
  client: PayClient;
  transactionId: string;
}

/** The part of an app that the tests beside this file are for. */
export function Checkout({ client, transactionId }: CheckoutProps) {
  const [queryClient] = useState(() => new QueryClient());
  const [canceledId, setCanceledId] = useState<string>();
  return (
    <QueryClientProvider client={queryClient}>
      <PayProvider client={client}>
        <CancelPaymentButton transactionId={transactionId} onCanceled={setCanceledId} />
        <p>{canceledId ? `Canceled: ${canceledId}` : 'Reserved'}</p>
      </PayProvider>
    </QueryClientProvider>
  );
}
