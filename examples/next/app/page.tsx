import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { readLanguage } from './readLanguage';
import { Reservation } from './Reservation';
import { texts } from './texts';

// Replaces your backend, which got the ID from PACE Pay when it reserved the amount.
const payment = { transactionId: sandboxTransactions.open, amount: { value: 80, currency: 'EUR' } };

export default async function Page() {
  const language = await readLanguage();
  const amount = new Intl.NumberFormat(language, { style: 'currency', currency: payment.amount.currency });
  return (
    <main>
      <h1>Station 12</h1>
      <Reservation payment={payment} formattedAmount={amount.format(payment.amount.value)} texts={texts[language]} />
    </main>
  );
}
