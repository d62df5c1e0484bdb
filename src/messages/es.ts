import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Spanish as in Spain, informal (tú). */
export const es: CancelPaymentMessages = {
  locale: 'es',
  trigger: 'Cancelar pago',
  title: '¿Cancelar este pago?',
  description: ({ amount }) =>
    amount
      ? `Liberaremos el importe de ${amount} reservado para repostar. Tu banco decide cuándo se verá reflejado en tu cuenta.`
      : 'Liberaremos el importe reservado para repostar. Tu banco decide cuándo se verá reflejado en tu cuenta.',
  keep: 'Mantener pago',
  confirm: 'Cancelar pago',
  pending: 'Cancelando…',
  retry: 'Volver a intentarlo',
  close: 'Cerrar',
  linkIdentity: 'Vincular cuenta',
  signIn: 'Iniciar sesión',
  canceled: 'Pago cancelado',
  reference: (id) => `Referencia: ${id}`,
  loadFailed: 'No se ha podido abrir. Comprueba tu conexión y pulsa otra vez.',
  errors: {
    'forbidden': 'Este pago ya no se puede cancelar. Ya se ha utilizado o está cerrado.',
    'not-found': 'No hemos encontrado este pago. Si sigues viéndolo en tu cuenta, contacta con atención al cliente.',
    'missing-linked-identity': 'Para cancelar este pago, primero vincula tu cuenta con el proveedor de pago.',
    'unauthorized': 'Tu sesión ha caducado. Vuelve a iniciar sesión para cancelar este pago.',
    'insufficient-scope': 'Esta aplicación no tiene permiso para cancelar pagos. Contacta con atención al cliente.',
    'invalid-request':
      'Este pago no se puede cancelar aquí: la solicitud no se ha aceptado. Contacta con atención al cliente.',
    'invalid-transaction-id':
      'Este pago no se puede cancelar aquí y no se ha enviado nada. Contacta con atención al cliente.',
    'rate-limited': 'Hay demasiadas solicitudes en este momento. Espera un poco y vuelve a intentarlo.',
    'server-error':
      'Ha habido un problema por nuestra parte y la cancelación no está confirmada. Puedes volver a intentarlo sin riesgo.',
    'upstream-error':
      'No hemos podido confirmar la cancelación: un servicio asociado no ha respondido. Puedes volver a intentarlo sin riesgo.',
    'timeout':
      'No hemos podido confirmar la cancelación: la respuesta ha tardado demasiado. Puedes volver a intentarlo sin riesgo.',
    'network-error':
      'No hemos podido confirmar la cancelación. Comprueba tu conexión. Puedes volver a intentarlo sin riesgo.',
    'unexpected-response':
      'No hemos podido confirmar la cancelación: no hemos entendido la respuesta. Puedes volver a intentarlo sin riesgo.',
  },
};
