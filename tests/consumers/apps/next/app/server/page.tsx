'use client';

import { useState } from 'react';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { signIn } from '../pay/signIn';
import { cancelPayment } from './cancelPayment';

/** Cancels on the server. */
export default function Page() {
  const [outcome, setOutcome] = useState('none');
  return (
    <main>
      <output>{outcome}</output>
      <button type="button" onClick={() => void signIn().then(() => setOutcome('signed in'))}>
        Sign in
      </button>
      {(['open', 'forbidden'] as const).map((name) => (
        <button type="button" key={name} onClick={() => void cancelPayment(sandboxTransactions[name]).then(setOutcome)}>
          {name}
        </button>
      ))}
    </main>
  );
}
