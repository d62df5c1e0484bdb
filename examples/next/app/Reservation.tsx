'use client';

import { useState } from 'react';
import { CancelPaymentButton } from 'react-cancel-preauth';
import { signIn } from './pay/signIn';
import type { Texts } from './texts';

interface ReservationProps {
  payment: { transactionId: string; amount: { value: number; currency: string } };
  /** From the server: the browser may format it differently, and React would warn that the two do not match. */
  formattedAmount: string;
  texts: Texts;
}

export function Reservation({ payment, formattedAmount, texts }: ReservationProps) {
  const [isReleased, setIsReleased] = useState(false);
  return (
    <>
      <section className="card">
        <p className="state" data-released={isReleased || undefined}>
          {isReleased ? texts.released : texts.reserved}
        </p>
        <p className="amount">
          <small>{texts.amount}</small> {formattedAmount}
        </p>
        <p className="hint">{isReleased ? texts.releasedHint : texts.reservedHint}</p>
        <dl>
          <div>
            <dt>{texts.pump}</dt>
            <dd>3</dd>
          </div>
          <div>
            <dt>{texts.payment}</dt>
            <dd>{texts.card}</dd>
          </div>
        </dl>
      </section>
      <CancelPaymentButton
        transactionId={payment.transactionId}
        amount={payment.amount}
        onCanceled={() => setIsReleased(true)} // or router.refresh(), if the page reads the state of the payment
        onSignIn={signIn}
      />
      {!isReleased && <p className="hint">{texts.cancelHint}</p>}
    </>
  );
}
