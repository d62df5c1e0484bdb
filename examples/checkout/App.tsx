import { useRef, useState, type ReactElement } from 'react';
import { PayProvider } from 'react-cancel-preauth';
import { de, en } from 'react-cancel-preauth/locales';
import { Checkout } from './Checkout.tsx';
import { DemoControls } from './DemoControls.tsx';
import { PumpIcon } from './icons.tsx';
import { client, resetSession } from './session.ts';
import { useSettings } from './settings.ts';
import { texts } from './texts.ts';

export function App(): ReactElement {
  const [settings, change] = useSettings();
  const [reservations, setReservations] = useState(1);
  const station = useRef<HTMLHeadingElement>(null);
  const { lang, outcome } = settings;

  function startReservation(): void {
    resetSession();
    setReservations(reservations + 1);
  }

  return (
    <PayProvider client={client} messages={lang === 'de' ? de : en}>
      <title>{texts[lang].documentTitle}</title>
      <DemoControls
        settings={settings}
        onChange={(next) => {
          if (next.outcome) startReservation();
          change(next);
        }}
      />
      <main className="phone">
        <header className="station">
          <PumpIcon />
          <div>
            <h1 ref={station} tabIndex={-1}>
              Station 12
            </h1>
            <p>Ringstraße 4</p>
          </div>
        </header>
        <Checkout
          key={reservations}
          lang={lang}
          outcome={outcome}
          onRestart={() => {
            startReservation();
            station.current?.focus(); // the clicked button is removed
          }}
        />
      </main>
    </PayProvider>
  );
}
