import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { CancelPaymentButton, createPayClient, PayProvider, type CancelPaymentMessages } from 'react-cancel-preauth';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';

const client = createPayClient({ fetch: createPaySandbox().fetch });

/** A payment that can be canceled, and one that no longer can. */
export function Checkout({ messages }: { messages: CancelPaymentMessages }): ReactElement {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <PayProvider client={client} messages={messages}>
        <CancelPaymentButton transactionId={sandboxTransactions.open} className="open" />
        <CancelPaymentButton transactionId={sandboxTransactions.forbidden} className="forbidden" />
      </PayProvider>
    </QueryClientProvider>
  );
}
