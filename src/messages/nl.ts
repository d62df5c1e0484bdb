import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Dutch, informal (je). */
export const nl: CancelPaymentMessages = {
  locale: 'nl',
  trigger: 'Betaling annuleren',
  title: 'Deze betaling annuleren?',
  description: ({ amount }) =>
    amount
      ? `Het bedrag van ${amount} dat voor je tankbeurt is gereserveerd, wordt vrijgegeven. Je bank bepaalt wanneer dat op je rekening te zien is.`
      : 'Het bedrag dat voor je tankbeurt is gereserveerd, wordt vrijgegeven. Je bank bepaalt wanneer dat op je rekening te zien is.',
  keep: 'Nee, betaling behouden',
  confirm: 'Betaling annuleren',
  pending: 'Wordt geannuleerd…',
  retry: 'Opnieuw proberen',
  close: 'Sluiten',
  linkIdentity: 'Account koppelen',
  signIn: 'Inloggen',
  canceled: 'Betaling geannuleerd',
  reference: (id) => `Referentie: ${id}`,
  loadFailed: 'Dit kon niet worden geopend. Controleer je verbinding en tik nog een keer.',
  errors: {
    'forbidden': 'Deze betaling kan niet meer worden geannuleerd. De betaling is al gebruikt of afgesloten.',
    'not-found':
      'We konden deze betaling niet vinden. Zie je de betaling nog steeds? Neem dan contact op met de klantenservice.',
    'missing-linked-identity':
      'Om deze betaling te annuleren, moet je eerst je account koppelen aan dat van de betaalpartner.',
    'unauthorized': 'Je sessie is verlopen. Log opnieuw in om deze betaling te annuleren.',
    'insufficient-scope': 'Deze app mag geen betalingen annuleren. Neem contact op met de klantenservice.',
    'invalid-request':
      'Deze betaling kan hier niet worden geannuleerd: het verzoek is niet geaccepteerd. Neem contact op met de klantenservice.',
    'invalid-transaction-id':
      'Deze betaling kan hier niet worden geannuleerd en er is niets verzonden. Neem contact op met de klantenservice.',
    'rate-limited': 'Er zijn op dit moment te veel verzoeken. Wacht even en probeer het dan opnieuw.',
    'server-error':
      'Er is bij ons iets misgegaan en de annulering is niet bevestigd. Je kunt het veilig opnieuw proberen.',
    'upstream-error':
      'We konden de annulering niet bevestigen: een partnerdienst reageerde niet. Je kunt het veilig opnieuw proberen.',
    'timeout':
      'We konden de annulering niet bevestigen: het antwoord liet te lang op zich wachten. Je kunt het veilig opnieuw proberen.',
    'network-error':
      'We konden de annulering niet bevestigen. Controleer je verbinding. Je kunt het veilig opnieuw proberen.',
    'unexpected-response':
      'We konden de annulering niet bevestigen: het antwoord was onbegrijpelijk. Je kunt het veilig opnieuw proberen.',
  },
};
