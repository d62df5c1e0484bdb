import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Danish, informal (du). */
export const da: CancelPaymentMessages = {
  locale: 'da',
  trigger: 'Annuller betaling',
  title: 'Vil du annullere betalingen?',
  titleNotConfirmed: 'Annullering ikke bekræftet',
  titleActionRequired: 'Ét trin mere',
  titleFinal: 'Betalingen kan ikke annulleres',
  description:
    'Vi frigiver det beløb, der er reserveret til tankning. Din bank afgør, hvornår det kan ses på din konto.',
  descriptionWithAmount:
    'Vi frigiver beløbet på {amount}, der er reserveret til tankning. Din bank afgør, hvornår det kan ses på din konto.',
  keep: 'Behold betaling',
  confirm: 'Annuller betaling',
  pending: 'Annullerer\u00a0…',
  retry: 'Prøv igen',
  retryIn: 'Prøv igen om {seconds}\u00a0s',
  close: 'Luk',
  linkIdentity: 'Forbind konto',
  signIn: 'Log ind',
  canceled: 'Betaling annulleret',
  reference: 'Reference: {id}',
  loadFailed: 'Det kunne ikke åbnes. Tjek din forbindelse, og tryk igen. Genindlæs siden, hvis det ikke hjælper.',
  errors: {
    'forbidden': 'Betalingen kan ikke længere annulleres, fordi den allerede er brugt eller afsluttet.',
    'not-found': 'Vi kunne ikke finde betalingen. Kontakt support, hvis du stadig kan se den.',
    'missing-linked-identity': 'For at annullere betalingen skal du først forbinde din konto med betalingspartneren.',
    'unauthorized': 'Din session er udløbet. Log ind igen for at annullere betalingen.',
    'insufficient-scope': 'Denne app har ikke tilladelse til at annullere betalinger. Kontakt support for at få hjælp.',
    'invalid-request':
      'Betalingen kan ikke annulleres her, fordi anmodningen ikke blev accepteret. Kontakt support for at få hjælp.',
    'invalid-transaction-id':
      'Betalingen kan ikke annulleres her, fordi dens id ikke er gyldigt. Der blev ikke sendt noget. Kontakt support for at få hjælp.',
    'rate-limited': 'Der er for mange anmodninger lige nu. Vent et øjeblik, og prøv igen.',
    'server-error': 'Noget gik galt hos os, og annulleringen er ikke bekræftet. Du kan trygt prøve igen.',
    'upstream-error':
      'Vi kunne ikke bekræfte annulleringen, fordi en partnertjeneste ikke svarede. Du kan trygt prøve igen.',
    'timeout':
      'Vi kunne ikke bekræfte annulleringen, fordi serveren var for længe om at svare. Du kan trygt prøve igen.',
    'network-error': 'Vi kunne ikke bekræfte annulleringen. Tjek din forbindelse. Du kan trygt prøve igen.',
    'unexpected-response':
      'Vi kunne ikke bekræfte annulleringen, fordi vi fik et uventet svar. Du kan trygt prøve igen.',
  },
};
