import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** French, polite (vous). */
export const fr: CancelPaymentMessages = {
  locale: 'fr',
  trigger: 'Annuler le paiement',
  title: 'Annuler ce paiement\u202f?',
  description: ({ amount }) =>
    amount
      ? `Le montant de ${amount} réservé pour votre plein sera libéré. Votre banque décide du moment où cela apparaîtra sur votre compte.`
      : 'Le montant réservé pour votre plein sera libéré. Votre banque décide du moment où cela apparaîtra sur votre compte.',
  keep: 'Conserver le paiement',
  confirm: 'Annuler le paiement',
  pending: 'Annulation…',
  retry: 'Réessayer',
  close: 'Fermer',
  linkIdentity: 'Associer un compte',
  signIn: 'Se connecter',
  canceled: 'Paiement annulé',
  reference: (id) => `Référence\u00a0: ${id}`,
  loadFailed: 'Impossible d’ouvrir cette fenêtre. Vérifiez votre connexion, puis appuyez à nouveau.',
  errors: {
    'forbidden': 'Ce paiement ne peut plus être annulé. Il a déjà été utilisé ou il est clos.',
    'not-found':
      'Nous n’avons pas trouvé ce paiement. S’il apparaît toujours sur votre compte, veuillez contacter l’assistance.',
    'missing-linked-identity':
      'Pour annuler ce paiement, associez d’abord votre compte à celui du partenaire de paiement.',
    'unauthorized': 'Votre session a expiré. Reconnectez-vous pour annuler ce paiement.',
    'insufficient-scope':
      'Cette application n’est pas autorisée à annuler des paiements. Veuillez contacter l’assistance.',
    'invalid-request':
      'Ce paiement ne peut pas être annulé ici\u00a0: la demande n’a pas été acceptée. Veuillez contacter l’assistance.',
    'invalid-transaction-id':
      'Ce paiement ne peut pas être annulé ici et rien n’a été envoyé. Veuillez contacter l’assistance.',
    'rate-limited': 'Il y a trop de demandes en ce moment. Patientez un instant, puis réessayez.',
    'server-error':
      'Un problème est survenu de notre côté et l’annulation n’est pas confirmée. Vous pouvez réessayer sans risque.',
    'upstream-error':
      'Nous n’avons pas pu confirmer l’annulation\u00a0: un service partenaire n’a pas répondu. Vous pouvez réessayer sans risque.',
    'timeout':
      'Nous n’avons pas pu confirmer l’annulation\u00a0: la réponse a mis trop de temps à arriver. Vous pouvez réessayer sans risque.',
    'network-error':
      'Nous n’avons pas pu confirmer l’annulation. Vérifiez votre connexion. Vous pouvez réessayer sans risque.',
    'unexpected-response':
      'Nous n’avons pas pu confirmer l’annulation\u00a0: la réponse était incompréhensible. Vous pouvez réessayer sans risque.',
  },
};
