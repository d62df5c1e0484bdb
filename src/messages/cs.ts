import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Czech, polite (vykání, in lower case). */
export const cs: CancelPaymentMessages = {
  locale: 'cs',
  trigger: 'Zrušit platbu',
  title: 'Zrušit tuto platbu?',
  titleNotConfirmed: 'Zrušení není potvrzeno',
  titleActionRequired: 'Ještě jeden krok',
  titleFinal: 'Tuto platbu nelze zrušit',
  description: 'Uvolníme částku rezervovanou na tankování. Kdy se to projeví na vašem účtu, záleží na vaší bance.',
  descriptionWithAmount:
    'Uvolníme částku {amount} rezervovanou na tankování. Kdy se to projeví na vašem účtu, záleží na vaší bance.',
  keep: 'Ponechat platbu',
  confirm: 'Zrušit platbu',
  pending: 'Ruší se…',
  retry: 'Zkusit znovu',
  retryIn: 'Zkusit znovu za {seconds}\u00a0s',
  close: 'Zavřít',
  linkIdentity: 'Propojit účet',
  signIn: 'Přihlásit se',
  canceled: 'Platba zrušena',
  reference: 'Referenční číslo: {id}',
  loadFailed:
    'Nepodařilo se to otevřít. Zkontrolujte připojení a klepněte ještě jednou. Pokud to nepomůže, načtěte stránku znovu.',
  errors: {
    'forbidden': 'Tuto platbu už nelze zrušit, protože byla použita nebo uzavřena.',
    'not-found': 'Tuto platbu jsme nenašli. Pokud ji stále vidíte, obraťte se na podporu.',
    'missing-linked-identity': 'Chcete-li tuto platbu zrušit, nejprve propojte svůj účet s platebním partnerem.',
    'unauthorized': 'Platnost vašeho přihlášení vypršela. Chcete-li tuto platbu zrušit, přihlaste se znovu.',
    'insufficient-scope': 'Tato aplikace nemá oprávnění rušit platby. Obraťte se na podporu.',
    'invalid-request': 'Tuto platbu zde nelze zrušit, protože požadavek nebyl přijat. Obraťte se na podporu.',
    'invalid-transaction-id':
      'Tuto platbu zde nelze zrušit, protože její ID není platné. Nic jsme neodeslali. Obraťte se na podporu.',
    'rate-limited': 'Právě přichází příliš mnoho požadavků. Chvíli počkejte a zkuste to znovu.',
    'server-error': 'Na naší straně se něco pokazilo a zrušení není potvrzeno. Můžete to bez obav zkusit znovu.',
    'upstream-error':
      'Zrušení se nám nepodařilo potvrdit, protože partnerská služba neodpověděla. Můžete to bez obav zkusit znovu.',
    'timeout': 'Zrušení se nám nepodařilo potvrdit, protože server neodpověděl včas. Můžete to bez obav zkusit znovu.',
    'network-error': 'Zrušení se nám nepodařilo potvrdit. Zkontrolujte připojení. Můžete to bez obav zkusit znovu.',
    'unexpected-response':
      'Zrušení se nám nepodařilo potvrdit, protože jsme dostali neočekávanou odpověď. Můžete to bez obav zkusit znovu.',
  },
};
