import type { Language, Outcome } from './settings.ts';

interface Texts {
  documentTitle: string;
  reserved: string;
  canceling: string;
  amountLabel: string;
  amountHint: string;
  nextStep: (pump: number) => string;
  pump: string;
  fuel: string;
  perLitre: (price: string) => string;
  payment: string;
  cardEnding: (digits: string) => string;
  reservedAt: string;
  cancelHint: string;
  released: string;
  releasedHint: string;
  canceledAt: string;
  amount: string;
  whatNext: string;
  nextForBank: string;
  nextForYou: string;
  startNew: string;
  signingIn: string;
  signedIn: string;
  linking: string;
  linked: string;
  demo: string;
  demoHint: string;
  demoOutcome: string;
  outcomes: Record<Outcome, readonly [name: string, response: string]>;
  darkMode: string;
}

const en: Texts = {
  documentTitle: 'Your reservation',
  reserved: 'Reserved – ready to fuel',
  canceling: 'Canceling…',
  amountLabel: 'Reserved amount',
  amountHint: 'You only pay for what you fuel.',
  nextStep: (pump) => `Lift the nozzle at pump ${pump}`,
  pump: 'Pump',
  fuel: 'Fuel',
  perLitre: (price) => `${price} per liter`,
  payment: 'Payment',
  cardEnding: (digits) => `Card ending ${digits}`,
  reservedAt: 'Reserved at',
  cancelHint: 'You can cancel until you start fueling.',
  released: 'Reservation released',
  releasedHint: 'Payment canceled. Nothing was charged.',
  canceledAt: 'Canceled at',
  amount: 'Amount released',
  whatNext: 'What happens next',
  nextForBank: 'Your bank decides when the released amount shows in your account.',
  nextForYou: 'You can drive on, or reserve again.',
  startNew: 'Start a new reservation',
  signingIn: 'Signing you in…',
  signedIn: 'You’re signed in',
  linking: 'Linking your account…',
  linked: 'Your account is linked',
  demo: 'Sandbox',
  demoHint: 'This checkout uses a sandbox of PACE Pay. Choose how it responds when you cancel.',
  demoOutcome: 'Response of the API',
  outcomes: {
    'open': ['Still open', '204'],
    'slow': ['Slow network', '204, 3 s'],
    'forbidden': ['Already used', '403'],
    'not-found': ['Unknown', '404'],
    'missing-linked-identity': ['Account not linked', '401'],
    'unauthorized': ['Session expired', '401'],
    'server-error': ['Service down', '500'],
    'network-error': ['Offline', 'no response'],
  },
  darkMode: 'Dark mode',
};

const de: Texts = {
  documentTitle: 'Deine Reservierung',
  reserved: 'Reserviert – jetzt tanken',
  canceling: 'Wird abgebrochen …',
  amountLabel: 'Reservierter Betrag',
  amountHint: 'Du zahlst nur, was du tankst.',
  nextStep: (pump) => `Jetzt an Säule ${pump} tanken`,
  pump: 'Zapfsäule',
  fuel: 'Kraftstoff',
  perLitre: (price) => `${price} pro Liter`,
  payment: 'Zahlung',
  cardEnding: (digits) => `Karte …${digits}`,
  reservedAt: 'Reserviert um',
  cancelHint: 'Bis zum Tanken kannst du noch abbrechen.',
  released: 'Reservierung freigegeben',
  releasedHint: 'Zahlung abgebrochen. Es wurde nichts abgebucht.',
  canceledAt: 'Abgebrochen um',
  amount: 'Freigegebener Betrag',
  whatNext: 'So geht es weiter',
  nextForBank: 'Wann der freigegebene Betrag auf deinem Konto zu sehen ist, entscheidet deine Bank.',
  nextForYou: 'Du kannst weiterfahren oder neu reservieren.',
  startNew: 'Neue Reservierung starten',
  signingIn: 'Du wirst angemeldet …',
  signedIn: 'Du bist angemeldet',
  linking: 'Dein Konto wird verknüpft …',
  linked: 'Dein Konto ist verknüpft',
  demo: 'Sandbox',
  demoHint: 'Dieser Checkout spricht mit einer Sandbox von PACE Pay. Wähle, was sie beim Abbrechen antwortet.',
  demoOutcome: 'Was die API antwortet',
  outcomes: {
    'open': ['Noch offen', '204'],
    'slow': ['Langsames Netz', '204, 3 s'],
    'forbidden': ['Schon genutzt', '403'],
    'not-found': ['Unbekannt', '404'],
    'missing-linked-identity': ['Konto nicht verknüpft', '401'],
    'unauthorized': ['Sitzung abgelaufen', '401'],
    'server-error': ['Dienst gestört', '500'],
    'network-error': ['Offline', 'keine Antwort'],
  },
  darkMode: 'Dunkles Design',
};

export const texts: Record<Language, Texts> = { en, de };
