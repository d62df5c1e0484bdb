import type { ReactElement } from 'react';
import { useCancelPreAuth, useIsCancelingPreAuth } from 'react-cancel-preauth';
import { useCheckout } from './Checkout.tsx';

interface PaymentProps {
  transactionId: string;
}

/** Asks for confirmation in place instead of in a dialog. The same button stays throughout, so focus is not lost. */
function Question({ transactionId }: PaymentProps): ReactElement {
  const { messages } = useCheckout();
  const { mutate, isPending, isSuccess, error } = useCancelPreAuth();
  const isLocked = isPending || isSuccess;
  return (
    <details>
      <summary>{messages.title}</summary>
      <p>{messages.description}</p>
      <button type="button" aria-disabled={isLocked} onClick={() => !isLocked && mutate({ transactionId })}>
        {isSuccess ? messages.canceled : messages.confirm}
      </button>
      <p role="alert">{error && messages.errors[error.code]}</p>
    </details>
  );
}

/** Elsewhere on the page. It shares only the `QueryClient` with the question. */
function Notice({ transactionId }: PaymentProps): ReactElement {
  const { messages } = useCheckout();
  const isCanceling = useIsCancelingPreAuth(transactionId);
  return <output>{isCanceling && messages.pending}</output>;
}

export function Payment(props: PaymentProps): ReactElement {
  return (
    <div className="panel">
      <Question {...props} />
      <Notice {...props} />
    </div>
  );
}
