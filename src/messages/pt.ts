import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** European Portuguese, polite (third person, without “você”). */
export const pt: CancelPaymentMessages = {
  locale: 'pt-PT',
  trigger: 'Cancelar pagamento',
  title: 'Cancelar este pagamento?',
  titleNotConfirmed: 'Cancelamento por confirmar',
  titleActionRequired: 'Só mais um passo',
  titleFinal: 'Não é possível cancelar',
  description:
    'Vamos libertar o valor reservado para o abastecimento. O seu banco decide quando isso será visível na sua conta.',
  descriptionWithAmount:
    'Vamos libertar o valor de {amount} reservado para o abastecimento. O seu banco decide quando isso será visível na sua conta.',
  keep: 'Manter pagamento',
  confirm: 'Cancelar pagamento',
  pending: 'A cancelar…',
  retry: 'Tentar novamente',
  retryIn: 'Tentar novamente dentro de {seconds}\u00a0s',
  close: 'Fechar',
  linkIdentity: 'Associar conta',
  signIn: 'Iniciar sessão',
  canceled: 'Pagamento cancelado',
  reference: 'Referência: {id}',
  loadFailed:
    'Não foi possível abrir. Verifique a sua ligação e toque novamente. Se não resultar, recarregue a página.',
  errors: {
    'forbidden': 'Este pagamento já não pode ser cancelado porque foi utilizado ou encerrado.',
    'not-found': 'Não encontrámos este pagamento. Se continuar a vê-lo, contacte o apoio ao cliente.',
    'missing-linked-identity': 'Para cancelar este pagamento, associe primeiro a sua conta à do parceiro de pagamento.',
    'unauthorized': 'A sua sessão expirou. Inicie sessão novamente para cancelar este pagamento.',
    'insufficient-scope': 'Esta aplicação não tem permissão para cancelar pagamentos. Contacte o apoio ao cliente.',
    'invalid-request':
      'Este pagamento não pode ser cancelado aqui porque o pedido não foi aceite. Contacte o apoio ao cliente.',
    'invalid-transaction-id':
      'Este pagamento não pode ser cancelado aqui porque o ID não é válido. Não foi enviado nada. Contacte o apoio ao cliente.',
    'rate-limited': 'Há demasiados pedidos neste momento. Aguarde um pouco e tente novamente.',
    'server-error':
      'Algo correu mal do nosso lado e o cancelamento não está confirmado. Pode tentar novamente sem risco.',
    'upstream-error':
      'Não conseguimos confirmar o cancelamento porque um serviço parceiro não respondeu. Pode tentar novamente sem risco.',
    'timeout':
      'Não conseguimos confirmar o cancelamento porque o servidor demorou demasiado tempo a responder. Pode tentar novamente sem risco.',
    'network-error':
      'Não conseguimos confirmar o cancelamento. Verifique a sua ligação. Pode tentar novamente sem risco.',
    'unexpected-response':
      'Não conseguimos confirmar o cancelamento porque recebemos uma resposta inesperada. Pode tentar novamente sem risco.',
  },
};
