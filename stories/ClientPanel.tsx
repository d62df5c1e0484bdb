import { useState, type ReactElement } from 'react';
import { createPayClient, isPayError, payEnvironments } from 'react-cancel-preauth/client';
import { createPaySandbox } from 'react-cancel-preauth/sandbox';

/** Calls the client and prints the result. */
export function ClientPanel({ transactionId }: { transactionId: string }): ReactElement {
  const [client] = useState(() =>
    createPayClient({ fetch: createPaySandbox({ latency: 300 }).fetch, baseUrl: payEnvironments.sandbox }),
  );
  const [outcome, setOutcome] = useState('');

  async function cancel(): Promise<void> {
    setOutcome('…');
    try {
      await client.cancelPreAuth({ transactionId });
      setOutcome('resolved: the payment is canceled');
    } catch (error) {
      if (!isPayError(error)) throw error;
      const { code, status, requestId, retryAfter, retryable } = error;
      setOutcome(`PayError ${JSON.stringify({ code, status, requestId, retryAfter, retryable }, null, 2)}`);
    }
  }

  return (
    <div className="panel" lang="en">
      <button type="button" dir="ltr" onClick={() => void cancel()}>
        client.cancelPreAuth()
      </button>
      <output className="client-outcome" dir="ltr">
        {outcome}
      </output>
    </div>
  );
}
