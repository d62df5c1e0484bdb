import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { createPayClient, PayProvider, type CancelPaymentMessages, type PayClientOptions } from '../../src/index.ts';

export interface AppOptions extends Pick<PayClientOptions, 'fetch' | 'accessToken'> {
  messages?: CancelPaymentMessages;
  queryClient?: QueryClient;
  reactStrictMode?: boolean;
}

/** Renders `ui` as an app would: in a QueryClientProvider and a PayProvider whose client uses `fetch`. */
export function renderInApp(
  ui: ReactElement,
  { messages, queryClient = new QueryClient(), reactStrictMode = false, ...clientOptions }: AppOptions,
): RenderResult {
  const client = createPayClient({ baseUrl: 'https://pay.test', ...clientOptions });
  function App({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <PayProvider client={client} messages={messages}>
          {children}
        </PayProvider>
      </QueryClientProvider>
    );
  }
  return render(ui, { wrapper: App, reactStrictMode });
}
