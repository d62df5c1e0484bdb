import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Danish, informal (du). */
export const da: CancelPaymentMessages = {
  locale: 'da',
  trigger: 'Annuller betaling',
  title: 'Vil du annullere betalingen?',
  description: ({ amount }) =>
    amount
      ? `Vi frigiver beløbet på ${amount}, som er reserveret til tankning. Din bank afgør, hvornår det kan ses på din konto.`
      : 'Vi frigiver det beløb, som er reserveret til tankning. Din bank afgør, hvornår det kan ses på din konto.',
  keep: 'Behold betaling',
  confirm: 'Annuller betaling',
  pending: 'Annullerer\u00a0…',
  retry: 'Prøv igen',
  close: 'Luk',
  linkIdentity: 'Forbind konto',
  signIn: 'Log ind',
  canceled: 'Betaling annulleret',
  reference: (id) => `Reference: ${id}`,
  loadFailed: 'Det kunne ikke åbnes. Tjek din forbindelse, og tryk igen.',
  errors: {
    'forbidden': 'Betalingen kan ikke længere annulleres. Den er allerede brugt eller afsluttet.',
    'not-found': 'Vi kunne ikke finde betalingen. Kontakt support, hvis du stadig kan se den på din konto.',
    'missing-linked-identity':
      'Hvis du vil annullere betalingen, skal du først forbinde din konto med betalingspartneren.',
    'unauthorized': 'Din session er udløbet. Log ind igen for at annullere betalingen.',
    'insufficient-scope': 'Denne app har ikke tilladelse til at annullere betalinger. Kontakt support.',
    'invalid-request': 'Betalingen kan ikke annulleres her: Anmodningen blev ikke accepteret. Kontakt support.',
    'invalid-transaction-id': 'Betalingen kan ikke annulleres her, og der blev ikke sendt noget. Kontakt support.',
    'rate-limited': 'Der er for mange anmodninger lige nu. Vent et øjeblik, og prøv igen.',
    'server-error': 'Noget gik galt hos os, og annulleringen er ikke bekræftet. Du kan trygt prøve igen.',
    'upstream-error': 'Vi kunne ikke bekræfte annulleringen: En partnertjeneste svarede ikke. Du kan trygt prøve igen.',
    'timeout': 'Vi kunne ikke bekræfte annulleringen: Svaret tog for lang tid. Du kan trygt prøve igen.',
    'network-error': 'Vi kunne ikke bekræfte annulleringen. Tjek din forbindelse. Du kan trygt prøve igen.',
    'unexpected-response': 'Vi kunne ikke bekræfte annulleringen: Vi forstod ikke svaret. Du kan trygt prøve igen.',
  },
};
