'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { createPayClient, PayProvider, type CancelPaymentMessages } from 'react-cancel-preauth';

// No access token: the route handler in app/pay adds it on the server.
const client = createPayClient({ baseUrl: '/pay' });

interface ProvidersProps {
  messages: CancelPaymentMessages;
  children: ReactNode;
}

export function Providers({ messages, children }: ProvidersProps) {
  const [queryClient] = useState(() => new QueryClient()); // on the server, each user has their own
  return (
    <QueryClientProvider client={queryClient}>
      <PayProvider client={client} messages={messages}>
        {children}
      </PayProvider>
    </QueryClientProvider>
  );
}
