import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Romanian, polite (second person plural, “dumneavoastră”). */
export const ro: CancelPaymentMessages = {
  locale: 'ro',
  trigger: 'Anulați plata',
  title: 'Doriți să anulați această plată?',
  titleNotConfirmed: 'Anulare neconfirmată',
  titleActionRequired: 'Încă un pas',
  titleFinal: 'Această plată nu poate fi anulată',
  description:
    'Vom debloca suma rezervată pentru combustibil. Banca dumneavoastră decide când se va reflecta acest lucru în cont.',
  descriptionWithAmount:
    'Vom debloca suma de {amount} rezervată pentru combustibil. Banca dumneavoastră decide când se va reflecta acest lucru în cont.',
  keep: 'Păstrați plata',
  confirm: 'Anulați plata',
  pending: 'Se anulează…',
  retry: 'Încercați din nou',
  retryIn: 'Încercați din nou peste {seconds}\u00a0s',
  close: 'Închideți',
  linkIdentity: 'Asociați contul',
  signIn: 'Conectați-vă',
  canceled: 'Plată anulată',
  reference: 'Referință: {id}',
  loadFailed:
    'Nu s-a putut deschide. Verificați conexiunea și apăsați din nou. Dacă problema persistă, reîncărcați pagina.',
  errors: {
    'forbidden': 'Această plată nu mai poate fi anulată, deoarece a fost deja utilizată sau încheiată.',
    'not-found': 'Nu am găsit această plată. Dacă o vedeți în continuare, contactați serviciul de asistență.',
    'missing-linked-identity':
      'Pentru a anula această plată, asociați mai întâi contul dumneavoastră cu cel de la partenerul de plăți.',
    'unauthorized': 'Sesiunea dumneavoastră a expirat. Conectați-vă din nou pentru a anula această plată.',
    'insufficient-scope': 'Această aplicație nu are permisiunea de a anula plăți. Contactați serviciul de asistență.',
    'invalid-request':
      'Această plată nu poate fi anulată aici, deoarece solicitarea nu a fost acceptată. Contactați serviciul de asistență.',
    'invalid-transaction-id':
      'Această plată nu poate fi anulată aici, deoarece ID-ul ei nu este valid. Nu s-a trimis nimic. Contactați serviciul de asistență.',
    'rate-limited': 'Sunt prea multe solicitări în acest moment. Așteptați puțin, apoi încercați din nou.',
    'server-error':
      'A apărut o problemă în sistemul nostru, iar anularea nu este confirmată. Puteți încerca din nou fără niciun risc.',
    'upstream-error':
      'Nu am putut confirma anularea, deoarece un serviciu partener nu a răspuns. Puteți încerca din nou fără niciun risc.',
    'timeout':
      'Nu am putut confirma anularea, deoarece serverul nu a răspuns la timp. Puteți încerca din nou fără niciun risc.',
    'network-error': 'Nu am putut confirma anularea. Verificați conexiunea. Puteți încerca din nou fără niciun risc.',
    'unexpected-response':
      'Nu am putut confirma anularea, deoarece am primit un răspuns neașteptat. Puteți încerca din nou fără niciun risc.',
  },
};
