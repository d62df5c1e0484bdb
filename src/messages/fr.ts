import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** French, polite (vous). */
export const fr: CancelPaymentMessages = {
  locale: 'fr',
  trigger: 'Annuler le paiement',
  title: 'Annuler ce paiement\u202f?',
  titleNotConfirmed: 'Annulation non confirmée',
  titleActionRequired: 'Encore une étape',
  titleFinal: 'Impossible d’annuler ce paiement',
  description:
    'Le montant réservé pour votre plein sera libéré. Le délai d’affichage sur votre compte dépend de votre banque.',
  descriptionWithAmount:
    'Le montant de {amount} réservé pour votre plein sera libéré. Le délai d’affichage sur votre compte dépend de votre banque.',
  keep: 'Conserver le paiement',
  confirm: 'Annuler le paiement',
  pending: 'Annulation…',
  retry: 'Réessayer',
  retryIn: 'Réessayer dans {seconds}\u00a0s',
  close: 'Fermer',
  linkIdentity: 'Associer un compte',
  signIn: 'Se connecter',
  canceled: 'Paiement annulé',
  reference: 'Référence\u00a0: {id}',
  loadFailed:
    'Impossible d’ouvrir cette fenêtre. Vérifiez votre connexion, puis appuyez à nouveau. Si cela ne suffit pas, rechargez la page.',
  errors: {
    'forbidden': 'Ce paiement ne peut plus être annulé, car il a déjà été utilisé ou clôturé.',
    'not-found': 'Nous n’avons pas trouvé ce paiement. Si vous le voyez encore, contactez l’assistance.',
    'missing-linked-identity':
      'Pour annuler ce paiement, associez d’abord votre compte à celui du partenaire de paiement.',
    'unauthorized': 'Votre session a expiré. Reconnectez-vous pour annuler ce paiement.',
    'insufficient-scope': 'Cette application n’est pas autorisée à annuler des paiements. Contactez l’assistance.',
    'invalid-request':
      'Ce paiement ne peut pas être annulé ici, car la demande n’a pas été acceptée. Contactez l’assistance.',
    'invalid-transaction-id':
      'Ce paiement ne peut pas être annulé ici, car son identifiant n’est pas valide. Rien n’a été envoyé. Contactez l’assistance.',
    'rate-limited': 'Il y a trop de demandes en ce moment. Patientez un instant, puis réessayez.',
    'server-error':
      'Un problème est survenu de notre côté et l’annulation n’est pas confirmée. Vous pouvez réessayer sans risque.',
    'upstream-error':
      'Nous n’avons pas pu confirmer l’annulation, car un service partenaire n’a pas répondu. Vous pouvez réessayer sans risque.',
    'timeout':
      'Nous n’avons pas pu confirmer l’annulation, car le serveur a mis trop de temps à répondre. Vous pouvez réessayer sans risque.',
    'network-error':
      'Nous n’avons pas pu confirmer l’annulation. Vérifiez votre connexion. Vous pouvez réessayer sans risque.',
    'unexpected-response':
      'Nous n’avons pas pu confirmer l’annulation, car nous avons reçu une réponse inattendue. Vous pouvez réessayer sans risque.',
  },
};
