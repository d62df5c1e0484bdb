import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Polish, direct (second person, “Twój” capitalized), without forms that show the user's gender. */
export const pl: CancelPaymentMessages = {
  locale: 'pl',
  trigger: 'Anuluj płatność',
  title: 'Anulować tę płatność?',
  titleNotConfirmed: 'Anulowanie niepotwierdzone',
  titleActionRequired: 'Jeszcze jeden krok',
  titleFinal: 'Tej płatności nie można anulować',
  description:
    'Zwolnimy kwotę zarezerwowaną na tankowanie. O tym, kiedy będzie to widoczne na koncie, decyduje Twój bank.',
  descriptionWithAmount:
    'Zwolnimy kwotę {amount} zarezerwowaną na tankowanie. O tym, kiedy będzie to widoczne na koncie, decyduje Twój bank.',
  keep: 'Zachowaj płatność',
  confirm: 'Anuluj płatność',
  pending: 'Anulowanie…',
  retry: 'Spróbuj ponownie',
  retryIn: 'Spróbuj ponownie za {seconds}\u00a0s',
  close: 'Zamknij',
  linkIdentity: 'Połącz konto',
  signIn: 'Zaloguj się',
  canceled: 'Płatność anulowana',
  reference: 'Numer referencyjny: {id}',
  loadFailed:
    'Nie udało się tego otworzyć. Sprawdź połączenie z internetem i dotknij ponownie. Jeśli to nie pomoże, odśwież stronę.',
  errors: {
    'forbidden': 'Tej płatności nie można już anulować, ponieważ została wykorzystana lub zamknięta.',
    'not-found': 'Nie znaleźliśmy tej płatności. Jeśli nadal ją widzisz, skontaktuj się z obsługą klienta.',
    'missing-linked-identity': 'Aby anulować tę płatność, najpierw połącz swoje konto z kontem u partnera płatniczego.',
    'unauthorized': 'Twoja sesja wygasła. Zaloguj się ponownie, aby anulować tę płatność.',
    'insufficient-scope': 'Ta aplikacja nie ma uprawnień do anulowania płatności. Skontaktuj się z obsługą klienta.',
    'invalid-request':
      'Tej płatności nie można tutaj anulować, ponieważ żądanie nie zostało przyjęte. Skontaktuj się z obsługą klienta.',
    'invalid-transaction-id':
      'Tej płatności nie można tutaj anulować, ponieważ jej identyfikator jest nieprawidłowy. Nic nie zostało wysłane. Skontaktuj się z obsługą klienta.',
    'rate-limited': 'Otrzymujemy teraz zbyt wiele żądań. Odczekaj chwilę i spróbuj ponownie.',
    'server-error':
      'Wystąpił problem po naszej stronie i anulowanie nie jest potwierdzone. Możesz bez obaw spróbować ponownie.',
    'upstream-error':
      'Nie udało nam się potwierdzić anulowania, ponieważ usługa partnera nie odpowiedziała. Możesz bez obaw spróbować ponownie.',
    'timeout':
      'Nie udało nam się potwierdzić anulowania, ponieważ serwer zbyt długo nie odpowiadał. Możesz bez obaw spróbować ponownie.',
    'network-error':
      'Nie udało nam się potwierdzić anulowania. Sprawdź połączenie z internetem. Możesz bez obaw spróbować ponownie.',
    'unexpected-response':
      'Nie udało nam się potwierdzić anulowania, ponieważ otrzymaliśmy nieoczekiwaną odpowiedź. Możesz bez obaw spróbować ponownie.',
  },
};
