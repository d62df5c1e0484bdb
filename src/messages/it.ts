import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Italian, informal (tu). */
export const it: CancelPaymentMessages = {
  locale: 'it',
  trigger: 'Annulla pagamento',
  title: 'Vuoi annullare questo pagamento?',
  description: ({ amount }) =>
    amount
      ? `L’importo di ${amount} prenotato per il rifornimento verrà sbloccato. È la tua banca a decidere quando lo vedrai sul tuo conto.`
      : 'L’importo prenotato per il rifornimento verrà sbloccato. È la tua banca a decidere quando lo vedrai sul tuo conto.',
  keep: 'Mantieni pagamento',
  confirm: 'Annulla pagamento',
  pending: 'Annullamento…',
  retry: 'Riprova',
  close: 'Chiudi',
  linkIdentity: 'Collega account',
  signIn: 'Accedi',
  canceled: 'Pagamento annullato',
  reference: (id) => `Riferimento: ${id}`,
  loadFailed: 'Impossibile aprire la finestra. Controlla la connessione e tocca di nuovo.',
  errors: {
    'forbidden': 'Questo pagamento non può più essere annullato. È già stato utilizzato o è chiuso.',
    'not-found': 'Non abbiamo trovato questo pagamento. Se lo vedi ancora sul tuo conto, contatta l’assistenza.',
    'missing-linked-identity':
      'Per annullare questo pagamento, collega prima il tuo account a quello del partner di pagamento.',
    'unauthorized': 'La tua sessione è scaduta. Accedi di nuovo per annullare questo pagamento.',
    'insufficient-scope': 'Questa app non è autorizzata ad annullare pagamenti. Contatta l’assistenza.',
    'invalid-request':
      'Questo pagamento non può essere annullato qui: la richiesta non è stata accettata. Contatta l’assistenza.',
    'invalid-transaction-id':
      'Questo pagamento non può essere annullato qui e non è stato inviato nulla. Contatta l’assistenza.',
    'rate-limited': 'Ci sono troppe richieste in questo momento. Attendi un attimo e riprova.',
    'server-error':
      'C’è stato un problema da parte nostra e l’annullamento non è confermato. Puoi riprovare senza rischi.',
    'upstream-error':
      'Non è stato possibile confermare l’annullamento: un servizio partner non ha risposto. Puoi riprovare senza rischi.',
    'timeout':
      'Non è stato possibile confermare l’annullamento: la risposta ha impiegato troppo tempo. Puoi riprovare senza rischi.',
    'network-error':
      'Non è stato possibile confermare l’annullamento. Controlla la connessione. Puoi riprovare senza rischi.',
    'unexpected-response':
      'Non è stato possibile confermare l’annullamento: la risposta era incomprensibile. Puoi riprovare senza rischi.',
  },
};
