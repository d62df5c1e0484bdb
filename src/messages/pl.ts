import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Polish, direct (second person, “Twój” capitalized), without forms that show the user's gender. */
export const pl: CancelPaymentMessages = {
  locale: 'pl',
  trigger: 'Anuluj płatność',
  title: 'Anulować tę płatność?',
  description: ({ amount }) =>
    amount
      ? `Kwota ${amount} zarezerwowana na tankowanie zostanie zwolniona. O tym, kiedy będzie to widoczne na koncie, decyduje Twój bank.`
      : 'Kwota zarezerwowana na tankowanie zostanie zwolniona. O tym, kiedy będzie to widoczne na koncie, decyduje Twój bank.',
  keep: 'Zachowaj płatność',
  confirm: 'Anuluj płatność',
  pending: 'Anulowanie…',
  retry: 'Spróbuj ponownie',
  close: 'Zamknij',
  linkIdentity: 'Połącz konto',
  signIn: 'Zaloguj się',
  canceled: 'Płatność anulowana',
  reference: (id) => `Numer referencyjny: ${id}`,
  loadFailed: 'Nie udało się tego otworzyć. Sprawdź połączenie z internetem i dotknij ponownie.',
  errors: {
    'forbidden': 'Tej płatności nie można już anulować. Została wykorzystana lub jest zamknięta.',
    'not-found': 'Nie znaleźliśmy tej płatności. Jeśli nadal widzisz ją na koncie, skontaktuj się z obsługą klienta.',
    'missing-linked-identity': 'Aby anulować tę płatność, najpierw połącz swoje konto z kontem u partnera płatniczego.',
    'unauthorized': 'Twoja sesja wygasła. Zaloguj się ponownie, aby anulować tę płatność.',
    'insufficient-scope': 'Ta aplikacja nie może anulować płatności. Skontaktuj się z obsługą klienta.',
    'invalid-request':
      'Tej płatności nie można tutaj anulować: żądanie nie zostało przyjęte. Skontaktuj się z obsługą klienta.',
    'invalid-transaction-id':
      'Tej płatności nie można tutaj anulować i nic nie zostało wysłane. Skontaktuj się z obsługą klienta.',
    'rate-limited': 'W tej chwili jest zbyt wiele żądań. Poczekaj chwilę i spróbuj ponownie.',
    'server-error':
      'Coś poszło nie tak po naszej stronie i anulowanie nie jest potwierdzone. Możesz bezpiecznie spróbować ponownie.',
    'upstream-error':
      'Nie udało nam się potwierdzić anulowania: usługa partnera nie odpowiedziała. Możesz bezpiecznie spróbować ponownie.',
    'timeout':
      'Nie udało nam się potwierdzić anulowania: oczekiwanie na odpowiedź trwało zbyt długo. Możesz bezpiecznie spróbować ponownie.',
    'network-error':
      'Nie udało nam się potwierdzić anulowania. Sprawdź połączenie z internetem. Możesz bezpiecznie spróbować ponownie.',
    'unexpected-response':
      'Nie udało nam się potwierdzić anulowania: odpowiedź była niezrozumiała. Możesz bezpiecznie spróbować ponownie.',
  },
};
