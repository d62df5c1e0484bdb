import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Dutch, informal (je). */
export const nl: CancelPaymentMessages = {
  locale: 'nl',
  trigger: 'Betaling annuleren',
  title: 'Deze betaling annuleren?',
  titleNotConfirmed: 'Annulering niet bevestigd',
  titleActionRequired: 'Nog één stap',
  titleFinal: 'Annuleren is niet mogelijk',
  description:
    'We geven het bedrag vrij dat voor je tankbeurt is gereserveerd. Je bank bepaalt wanneer dat op je rekening te zien is.',
  descriptionWithAmount:
    'We geven het bedrag van {amount} vrij dat voor je tankbeurt is gereserveerd. Je bank bepaalt wanneer dat op je rekening te zien is.',
  keep: 'Nee, betaling behouden',
  confirm: 'Betaling annuleren',
  pending: 'Wordt geannuleerd…',
  retry: 'Opnieuw proberen',
  retryIn: 'Over {seconds}\u00a0s opnieuw proberen',
  close: 'Sluiten',
  linkIdentity: 'Account koppelen',
  signIn: 'Inloggen',
  canceled: 'Betaling geannuleerd',
  reference: 'Referentie: {id}',
  loadFailed:
    'Dit kon niet worden geopend. Controleer je verbinding en tik nog een keer. Helpt dat niet? Laad de pagina dan opnieuw.',
  errors: {
    'forbidden': 'Deze betaling kan niet meer worden geannuleerd, omdat die al is gebruikt of afgesloten.',
    'not-found':
      'We konden deze betaling niet vinden. Zie je de betaling nog steeds? Neem dan contact op met de klantenservice.',
    'missing-linked-identity':
      'Om deze betaling te annuleren, moet je eerst je account koppelen aan dat van de betaalpartner.',
    'unauthorized': 'Je sessie is verlopen. Log opnieuw in om deze betaling te annuleren.',
    'insufficient-scope': 'Deze app mag geen betalingen annuleren. Neem contact op met de klantenservice.',
    'invalid-request':
      'Deze betaling kan hier niet worden geannuleerd, omdat het verzoek niet is geaccepteerd. Neem contact op met de klantenservice.',
    'invalid-transaction-id':
      'Deze betaling kan hier niet worden geannuleerd, omdat het ID ongeldig is. Er is niets verzonden. Neem contact op met de klantenservice.',
    'rate-limited': 'Er zijn op dit moment te veel verzoeken. Wacht even en probeer het dan opnieuw.',
    'server-error':
      'Er is bij ons iets misgegaan en de annulering is niet bevestigd. Je kunt het gerust opnieuw proberen.',
    'upstream-error':
      'We konden de annulering niet bevestigen, omdat een partnerdienst niet reageerde. Je kunt het gerust opnieuw proberen.',
    'timeout':
      'We konden de annulering niet bevestigen, omdat de server niet op tijd reageerde. Je kunt het gerust opnieuw proberen.',
    'network-error':
      'We konden de annulering niet bevestigen. Controleer je verbinding. Je kunt het gerust opnieuw proberen.',
    'unexpected-response':
      'We konden de annulering niet bevestigen, omdat we een onverwachte reactie kregen. Je kunt het gerust opnieuw proberen.',
  },
};
