import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Romanian, polite (second person plural, “dumneavoastră”). */
export const ro: CancelPaymentMessages = {
  locale: 'ro',
  trigger: 'Anulați plata',
  title: 'Doriți să anulați această plată?',
  description: ({ amount }) =>
    amount
      ? `Suma de ${amount} rezervată pentru alimentare va fi deblocată. Banca dumneavoastră decide când va fi vizibil acest lucru în cont.`
      : 'Suma rezervată pentru alimentare va fi deblocată. Banca dumneavoastră decide când va fi vizibil acest lucru în cont.',
  keep: 'Păstrați plata',
  confirm: 'Anulați plata',
  pending: 'Se anulează…',
  retry: 'Încercați din nou',
  close: 'Închideți',
  linkIdentity: 'Asociați contul',
  signIn: 'Conectați-vă',
  canceled: 'Plată anulată',
  reference: (id) => `Referință: ${id}`,
  loadFailed: 'Nu s-a putut deschide. Verificați conexiunea și apăsați din nou.',
  errors: {
    'forbidden': 'Această plată nu mai poate fi anulată. A fost deja utilizată sau este încheiată.',
    'not-found': 'Nu am găsit această plată. Dacă încă o vedeți în cont, contactați serviciul de asistență.',
    'missing-linked-identity':
      'Pentru a anula această plată, asociați mai întâi contul dumneavoastră cu cel de la partenerul de plăți.',
    'unauthorized': 'Sesiunea dumneavoastră a expirat. Conectați-vă din nou pentru a anula această plată.',
    'insufficient-scope': 'Această aplicație nu are permisiunea de a anula plăți. Contactați serviciul de asistență.',
    'invalid-request':
      'Această plată nu poate fi anulată aici: solicitarea nu a fost acceptată. Contactați serviciul de asistență.',
    'invalid-transaction-id':
      'Această plată nu poate fi anulată aici și nu s-a trimis nimic. Contactați serviciul de asistență.',
    'rate-limited': 'Sunt prea multe solicitări în acest moment. Așteptați puțin, apoi încercați din nou.',
    'server-error':
      'A apărut o problemă în sistemul nostru, iar anularea nu este confirmată. Puteți încerca din nou fără niciun risc.',
    'upstream-error':
      'Nu am putut confirma anularea: un serviciu partener nu a răspuns. Puteți încerca din nou fără niciun risc.',
    'timeout':
      'Nu am putut confirma anularea: răspunsul a întârziat prea mult. Puteți încerca din nou fără niciun risc.',
    'network-error': 'Nu am putut confirma anularea. Verificați conexiunea. Puteți încerca din nou fără niciun risc.',
    'unexpected-response':
      'Nu am putut confirma anularea: răspunsul nu a putut fi înțeles. Puteți încerca din nou fără niciun risc.',
  },
};
