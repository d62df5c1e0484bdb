import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** German, informal (du), as in PACE's apps. */
export const de: CancelPaymentMessages = {
  locale: 'de',
  trigger: 'Zahlung abbrechen',
  title: 'Zahlung abbrechen?',
  titleNotConfirmed: 'Abbruch nicht bestätigt',
  titleActionRequired: 'Noch ein Schritt',
  titleFinal: 'Abbruch nicht möglich',
  description:
    'Der fürs Tanken reservierte Betrag wird freigegeben. Wann das auf deinem Konto zu sehen ist, entscheidet deine Bank.',
  descriptionWithAmount:
    'Der fürs Tanken reservierte Betrag von {amount} wird freigegeben. Wann das auf deinem Konto zu sehen ist, entscheidet deine Bank.',
  keep: 'Nein, Zahlung behalten',
  confirm: 'Zahlung abbrechen',
  pending: 'Wird abgebrochen\u00a0…',
  retry: 'Erneut versuchen',
  retryIn: 'In {seconds}\u00a0s erneut versuchen',
  close: 'Schließen',
  linkIdentity: 'Konto verknüpfen',
  signIn: 'Anmelden',
  canceled: 'Zahlung abgebrochen',
  reference: 'Referenz: {id}',
  loadFailed:
    'Das ließ sich nicht öffnen. Prüfe deine Verbindung und tippe noch einmal. Wenn das nicht hilft, lade die Seite neu.',
  errors: {
    'forbidden': 'Diese Zahlung kann nicht mehr abgebrochen werden, weil sie bereits genutzt oder abgeschlossen wurde.',
    'not-found': 'Wir konnten diese Zahlung nicht finden. Wenn du sie weiterhin siehst, wende dich an den Support.',
    'missing-linked-identity': 'Um diese Zahlung abzubrechen, verknüpfe zuerst dein Konto mit dem Zahlungspartner.',
    'unauthorized': 'Deine Sitzung ist abgelaufen. Melde dich erneut an, um diese Zahlung abzubrechen.',
    'insufficient-scope': 'Diese App darf keine Zahlungen abbrechen. Der Support hilft dir weiter.',
    'invalid-request':
      'Diese Zahlung kann hier nicht abgebrochen werden, weil die Anfrage nicht angenommen wurde. Der Support hilft dir weiter.',
    'invalid-transaction-id':
      'Diese Zahlung kann hier nicht abgebrochen werden, weil ihre ID ungültig ist. Es wurde nichts gesendet. Der Support hilft dir weiter.',
    'rate-limited': 'Gerade kommen zu viele Anfragen an. Warte einen Moment und versuche es dann erneut.',
    'server-error':
      'Bei uns ist etwas schiefgegangen, und der Abbruch ist nicht bestätigt. Du kannst es bedenkenlos erneut versuchen.',
    'upstream-error':
      'Wir konnten den Abbruch nicht bestätigen, weil ein Partnerdienst nicht geantwortet hat. Du kannst es bedenkenlos erneut versuchen.',
    'timeout':
      'Wir konnten den Abbruch nicht bestätigen, weil der Server nicht rechtzeitig geantwortet hat. Du kannst es bedenkenlos erneut versuchen.',
    'network-error':
      'Wir konnten den Abbruch nicht bestätigen. Prüfe deine Verbindung. Du kannst es bedenkenlos erneut versuchen.',
    'unexpected-response':
      'Wir konnten den Abbruch nicht bestätigen, weil wir eine unerwartete Antwort erhalten haben. Du kannst es bedenkenlos erneut versuchen.',
  },
};
