import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { CancelPaymentButton, useIsCancelingPreAuth } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { CardIcon, CheckIcon, DropIcon } from './icons.tsx';
import { renewSession } from './session.ts';
import type { Language, Outcome } from './settings.ts';
import { texts } from './texts.ts';

const reserved = { value: 80, currency: 'EUR' };
const pump = 3;
const fuel = { name: 'Super E10', pricePerLitre: 1.749 };
const cardDigits = '4242';

/** Fades from one page to the next, if the browser supports it and the user does not prefer reduced motion. */
function fade(update: () => void): void {
  if (!('startViewTransition' in document) || matchMedia('(prefers-reduced-motion: reduce)').matches) update();
  else document.startViewTransition(() => flushSync(update)).ready.catch(() => {}); // skipped, for example in a hidden tab
}

interface CheckoutProps {
  lang: Language;
  outcome: Outcome;
  onRestart: () => void;
}

/** One reservation, from ready to fuel to released. */
export function Checkout({ lang, outcome, onRestart }: CheckoutProps): ReactElement {
  const t = texts[lang];
  const transactionId = sandboxTransactions[outcome];
  const isCanceling = useIsCancelingPreAuth(transactionId);
  const [reservedAt] = useState(() => new Date());
  const [canceledAt, setCanceledAt] = useState<Date>();
  const [notice, setNotice] = useState<'signingIn' | 'signedIn' | 'linking' | 'linked'>();
  const releasedHeading = useRef<HTMLHeadingElement>(null);

  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'short' });
  const formatEuros = (value: number, digits: number) =>
    new Intl.NumberFormat(lang, {
      style: 'currency',
      currency: reserved.currency,
      minimumFractionDigits: digits,
    }).format(value);
  const amount = formatEuros(reserved.value, 2);
  const card = (
    <>
      <CardIcon /> {t.cardEnding(cardDigits)}
    </>
  );

  return (
    <>
      {canceledAt ? (
        <section className="card receipt">
          <div className="receipt-head">
            <CheckIcon />
            <h2 ref={releasedHeading} tabIndex={-1}>
              {t.released}
            </h2>
            <p>{t.releasedHint}</p>
          </div>
          <dl className="details">
            <Detail name={t.amount}>{amount}</Detail>
            <Detail name={t.canceledAt}>{time.format(canceledAt)}</Detail>
            <Detail name={t.payment}>{card}</Detail>
          </dl>
          <h3>{t.whatNext}</h3>
          <ul>
            <li>{t.nextForBank}</li>
            <li>{t.nextForYou}</li>
          </ul>
        </section>
      ) : (
        <>
          <section className="card">
            <p className="state" data-canceling={isCanceling || undefined}>
              {isCanceling ? t.canceling : t.reserved}
            </p>
            <h2 className="amount">
              <small>{t.amountLabel}</small> {amount}
            </h2>
            <p className="hint">{t.amountHint}</p>
            <p className="next-step">
              <DropIcon /> {t.nextStep(pump)}
            </p>
          </section>
          <dl className="card details">
            <Detail name={t.pump}>{pump}</Detail>
            <Detail name={t.fuel}>
              {fuel.name} <small>{t.perLitre(formatEuros(fuel.pricePerLitre, 3))}</small>
            </Detail>
            <Detail name={t.payment}>{card}</Detail>
            <Detail name={t.reservedAt}>{time.format(reservedAt)}</Detail>
          </dl>
        </>
      )}
      <footer className="actions">
        {canceledAt ? (
          <button type="button" className="primary" onClick={onRestart}>
            {t.startNew}
          </button>
        ) : (
          <>
            <CancelPaymentButton
              transactionId={transactionId}
              amount={reserved}
              finalFocus={releasedHeading}
              onCanceled={() => fade(() => setCanceledAt(new Date()))}
              onSignIn={async () => {
                setNotice('signingIn');
                await renewSession();
                setNotice('signedIn');
              }}
              onLinkIdentity={async () => {
                setNotice('linking');
                await renewSession();
                setNotice('linked');
              }}
            />
            <p className="hint">{t.cancelHint}</p>
          </>
        )}
      </footer>
      <output aria-live="polite" className="notice" data-notice={notice}>
        {notice && <span key={notice}>{t[notice]}</span>}
      </output>
    </>
  );
}

function Detail({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
