import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Spanish as in Spain, informal (tú). */
export const es: CancelPaymentMessages = {
  locale: 'es',
  trigger: 'Cancelar pago',
  title: '¿Cancelar este pago?',
  titleNotConfirmed: 'Cancelación sin confirmar',
  titleActionRequired: 'Un paso más',
  titleFinal: 'Este pago no se puede cancelar',
  description: 'Liberaremos el importe reservado para repostar. Tu banco decide cuándo se verá reflejado en tu cuenta.',
  descriptionWithAmount:
    'Liberaremos el importe de {amount} reservado para repostar. Tu banco decide cuándo se verá reflejado en tu cuenta.',
  keep: 'Mantener pago',
  confirm: 'Cancelar pago',
  pending: 'Cancelando…',
  retry: 'Volver a intentarlo',
  retryIn: 'Volver a intentarlo en {seconds}\u00a0s',
  close: 'Cerrar',
  linkIdentity: 'Vincular cuenta',
  signIn: 'Iniciar sesión',
  canceled: 'Pago cancelado',
  reference: 'Referencia: {id}',
  loadFailed:
    'No se ha podido abrir. Comprueba tu conexión y pulsa otra vez. Si sigue sin funcionar, recarga la página.',
  errors: {
    'forbidden': 'Este pago ya no se puede cancelar porque se ha utilizado o está cerrado.',
    'not-found': 'No hemos encontrado este pago. Si sigues viéndolo, contacta con atención al cliente.',
    'missing-linked-identity': 'Para cancelar este pago, primero vincula tu cuenta con el proveedor de pagos.',
    'unauthorized': 'Tu sesión ha caducado. Vuelve a iniciar sesión para cancelar este pago.',
    'insufficient-scope': 'Esta aplicación no tiene permiso para cancelar pagos. Contacta con atención al cliente.',
    'invalid-request':
      'Este pago no se puede cancelar aquí porque no se ha aceptado la solicitud. Contacta con atención al cliente.',
    'invalid-transaction-id':
      'Este pago no se puede cancelar aquí porque el identificador no es válido. No se ha enviado nada. Contacta con atención al cliente.',
    'rate-limited': 'Hay demasiadas solicitudes en este momento. Espera un poco y vuelve a intentarlo.',
    'server-error':
      'Hemos tenido un problema y la cancelación no está confirmada. Puedes volver a intentarlo sin riesgo.',
    'upstream-error':
      'No hemos podido confirmar la cancelación porque un servicio asociado no ha respondido. Puedes volver a intentarlo sin riesgo.',
    'timeout':
      'No hemos podido confirmar la cancelación porque el servidor ha tardado demasiado en responder. Puedes volver a intentarlo sin riesgo.',
    'network-error':
      'No hemos podido confirmar la cancelación. Comprueba tu conexión. Puedes volver a intentarlo sin riesgo.',
    'unexpected-response':
      'No hemos podido confirmar la cancelación porque hemos recibido una respuesta inesperada. Puedes volver a intentarlo sin riesgo.',
  },
};
