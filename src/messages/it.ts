import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Italian, informal (tu). */
export const it: CancelPaymentMessages = {
  locale: 'it',
  trigger: 'Annulla pagamento',
  title: 'Vuoi annullare questo pagamento?',
  titleNotConfirmed: 'Annullamento non confermato',
  titleActionRequired: 'Ancora un passaggio',
  titleFinal: 'Pagamento non annullabile',
  description:
    'L’importo prenotato per il rifornimento verrà sbloccato. È la tua banca a decidere quando sarà visibile sul tuo conto.',
  descriptionWithAmount:
    'L’importo di {amount} prenotato per il rifornimento verrà sbloccato. È la tua banca a decidere quando sarà visibile sul tuo conto.',
  keep: 'Mantieni pagamento',
  confirm: 'Annulla pagamento',
  pending: 'Annullamento…',
  retry: 'Riprova',
  retryIn: 'Riprova tra {seconds}\u00a0s',
  close: 'Chiudi',
  linkIdentity: 'Collega account',
  signIn: 'Accedi',
  canceled: 'Pagamento annullato',
  reference: 'Riferimento: {id}',
  loadFailed:
    'Impossibile aprire la finestra. Controlla la connessione e tocca di nuovo. Se il problema persiste, ricarica la pagina.',
  errors: {
    'forbidden': 'Questo pagamento non può più essere annullato perché è già stato utilizzato o chiuso.',
    'not-found': 'Non abbiamo trovato questo pagamento. Se lo vedi ancora, contatta l’assistenza.',
    'missing-linked-identity':
      'Per annullare questo pagamento, collega prima il tuo account a quello del partner di pagamento.',
    'unauthorized': 'La tua sessione è scaduta. Accedi di nuovo per annullare questo pagamento.',
    'insufficient-scope': 'Questa app non è autorizzata ad annullare pagamenti. Contatta l’assistenza.',
    'invalid-request':
      'Questo pagamento non può essere annullato qui perché la richiesta non è stata accettata. Contatta l’assistenza.',
    'invalid-transaction-id':
      'Questo pagamento non può essere annullato qui perché l’ID non è valido. Non è stato inviato nulla. Contatta l’assistenza.',
    'rate-limited': 'Ci sono troppe richieste in questo momento. Attendi un attimo e riprova.',
    'server-error':
      'C’è stato un problema da parte nostra e l’annullamento non è confermato. Puoi riprovare senza rischi.',
    'upstream-error':
      'Non è stato possibile confermare l’annullamento perché un servizio partner non ha risposto. Puoi riprovare senza rischi.',
    'timeout':
      'Non è stato possibile confermare l’annullamento perché il server ha impiegato troppo tempo a rispondere. Puoi riprovare senza rischi.',
    'network-error':
      'Non è stato possibile confermare l’annullamento. Controlla la connessione. Puoi riprovare senza rischi.',
    'unexpected-response':
      'Non è stato possibile confermare l’annullamento perché abbiamo ricevuto una risposta imprevista. Puoi riprovare senza rischi.',
  },
};
