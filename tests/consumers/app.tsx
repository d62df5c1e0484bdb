import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import {
  CancelPaymentButton,
  createPayClient,
  isPayError,
  payEnvironments,
  PayProvider,
  useCancelPreAuth,
  useIsCancelingPreAuth,
} from 'react-cancel-preauth';
import { cancelPreAuthMutationOptions, type PayError } from 'react-cancel-preauth/client';
import { CancelPaymentDialog } from 'react-cancel-preauth/dialog';
import { usePayClient } from 'react-cancel-preauth/hooks';
import * as locales from 'react-cancel-preauth/locales';
import { de } from 'react-cancel-preauth/locales/de';
import * as CancelPayment from 'react-cancel-preauth/parts';
import { createPaySandbox, sandboxTransactions } from 'react-cancel-preauth/sandbox';
import 'react-cancel-preauth/styles.css';

const client = createPayClient({ baseUrl: payEnvironments.sandbox, fetch: createPaySandbox().fetch });

function Checkout() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { mutate, error } = useCancelPreAuth();
  const isCanceling: boolean = useIsCancelingPreAuth('id');
  const code: PayError['code'] | undefined = error?.code;
  cancelPreAuthMutationOptions(usePayClient());
  return (
    <>
      <h1 ref={heading}>{isPayError(error) ? code : String(isCanceling)}</h1>
      <button type="button" onClick={() => mutate({ transactionId: 'id' })}>
        Cancel
      </button>
      <CancelPaymentButton
        transactionId={sandboxTransactions.open}
        amount={{ value: 80, currency: 'EUR' }}
        onCanceled={(id: string) => void id}
        onError={({ status }) => void status}
        onSignIn={() => Promise.resolve('user')}
        finalFocus={heading}
        className="cancel"
      />
      <CancelPaymentDialog transactionId="id" open={false} messages={{ ...de, confirm: locales.en.confirm }} />
      <CancelPayment.Root transactionId="id">
        <CancelPayment.Trigger asChild>
          <button type="button">Cancel</button>
        </CancelPayment.Trigger>
      </CancelPayment.Root>
    </>
  );
}

createRoot(document.body).render(
  <QueryClientProvider client={new QueryClient()}>
    <PayProvider client={client}>
      <Checkout />
    </PayProvider>
  </QueryClientProvider>,
);
