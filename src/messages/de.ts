import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** German, informal (du), as in PACE's apps. */
export const de: CancelPaymentMessages = {
  locale: 'de',
  trigger: 'Zahlung abbrechen',
  title: 'Zahlung abbrechen?',
  description: ({ amount }) =>
    amount
      ? `Der für das Tanken reservierte Betrag von ${amount} wird freigegeben. Wann das auf deinem Konto zu sehen ist, entscheidet deine Bank.`
      : 'Der für das Tanken reservierte Betrag wird freigegeben. Wann das auf deinem Konto zu sehen ist, entscheidet deine Bank.',
  keep: 'Nein, Zahlung behalten',
  confirm: 'Zahlung abbrechen',
  pending: 'Wird abgebrochen\u00a0…',
  retry: 'Erneut versuchen',
  close: 'Schließen',
  linkIdentity: 'Konto verknüpfen',
  signIn: 'Anmelden',
  canceled: 'Zahlung abgebrochen',
  reference: (id) => `Referenz: ${id}`,
  loadFailed: 'Das ließ sich nicht öffnen. Prüfe deine Verbindung und tippe noch einmal.',
  errors: {
    'forbidden': 'Diese Zahlung kann nicht mehr abgebrochen werden. Sie wurde schon genutzt oder ist abgeschlossen.',
    'not-found':
      'Wir konnten diese Zahlung nicht finden. Falls du sie weiterhin siehst, wende dich bitte an den Support.',
    'missing-linked-identity': 'Um diese Zahlung abzubrechen, verknüpfe zuerst dein Konto mit dem Zahlungspartner.',
    'unauthorized': 'Deine Sitzung ist abgelaufen. Melde dich erneut an, um diese Zahlung abzubrechen.',
    'insufficient-scope': 'Diese App darf keine Zahlungen abbrechen. Wende dich bitte an den Support.',
    'invalid-request':
      'Diese Zahlung kann hier nicht abgebrochen werden: Die Anfrage wurde nicht angenommen. Wende dich bitte an den Support.',
    'invalid-transaction-id':
      'Diese Zahlung kann hier nicht abgebrochen werden, und es wurde nichts gesendet. Wende dich bitte an den Support.',
    'rate-limited': 'Gerade kommen zu viele Anfragen an. Warte einen Moment und versuche es dann erneut.',
    'server-error':
      'Bei uns ist etwas schiefgegangen, und der Abbruch ist nicht bestätigt. Du kannst es bedenkenlos erneut versuchen.',
    'upstream-error':
      'Wir konnten den Abbruch nicht bestätigen: Ein Partnerdienst hat nicht geantwortet. Du kannst es bedenkenlos erneut versuchen.',
    'timeout':
      'Wir konnten den Abbruch nicht bestätigen: Die Antwort hat zu lange gedauert. Du kannst es bedenkenlos erneut versuchen.',
    'network-error':
      'Wir konnten den Abbruch nicht bestätigen. Prüfe deine Verbindung. Du kannst es bedenkenlos erneut versuchen.',
    'unexpected-response':
      'Wir konnten den Abbruch nicht bestätigen: Die Antwort war unverständlich. Du kannst es bedenkenlos erneut versuchen.',
  },
};
