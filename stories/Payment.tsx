import type { ReactElement } from 'react';
import { useCancelPreAuth, useIsCancelingPreAuth } from 'react-cancel-preauth';
import { useCheckout } from './Checkout.tsx';

interface PaymentProps {
  transactionId: string;
}

/** Asks in place instead of in a dialog. One button all the way, so that focus has a place to be. */
function Question({ transactionId }: PaymentProps): ReactElement {
  const { messages } = useCheckout();
  const { mutate, isPending, isSuccess, error } = useCancelPreAuth();
  const isLocked = isPending || isSuccess;
  return (
    <details>
      <summary>{messages.title}</summary>
      <p>{messages.description({})}</p>
      <button type="button" aria-disabled={isLocked} onClick={() => !isLocked && mutate({ transactionId })}>
        {isSuccess ? messages.canceled : messages.confirm}
      </button>
      <p role="alert">{error && messages.errors[error.code]}</p>
    </details>
  );
}

/** Somewhere else on the screen. It shares nothing with the question but the `QueryClient`. */
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
