import type { CancelPaymentMessages } from './CancelPaymentMessages.ts';

/** Czech, polite (vykání, in lower case). */
export const cs: CancelPaymentMessages = {
  locale: 'cs',
  trigger: 'Zrušit platbu',
  title: 'Zrušit tuto platbu?',
  description: ({ amount }) =>
    amount
      ? `Částka ${amount} rezervovaná na tankování bude uvolněna. O tom, kdy se to projeví na vašem účtu, rozhoduje vaše banka.`
      : 'Částka rezervovaná na tankování bude uvolněna. O tom, kdy se to projeví na vašem účtu, rozhoduje vaše banka.',
  keep: 'Ponechat platbu',
  confirm: 'Zrušit platbu',
  pending: 'Ruší se…',
  retry: 'Zkusit znovu',
  close: 'Zavřít',
  linkIdentity: 'Propojit účet',
  signIn: 'Přihlásit se',
  canceled: 'Platba zrušena',
  reference: (id) => `Referenční číslo: ${id}`,
  loadFailed: 'Nepodařilo se to otevřít. Zkontrolujte připojení a klepněte znovu.',
  errors: {
    'forbidden': 'Tuto platbu už nelze zrušit. Byla již použita, nebo je uzavřená.',
    'not-found': 'Tuto platbu jsme nenašli. Pokud ji na svém účtu stále vidíte, obraťte se prosím na podporu.',
    'missing-linked-identity': 'Chcete-li tuto platbu zrušit, nejprve propojte svůj účet s platebním partnerem.',
    'unauthorized': 'Platnost vašeho přihlášení vypršela. Chcete-li tuto platbu zrušit, přihlaste se znovu.',
    'insufficient-scope': 'Tato aplikace nemá oprávnění rušit platby. Obraťte se prosím na podporu.',
    'invalid-request': 'Tuto platbu zde nelze zrušit: požadavek nebyl přijat. Obraťte se prosím na podporu.',
    'invalid-transaction-id': 'Tuto platbu zde nelze zrušit a nic nebylo odesláno. Obraťte se prosím na podporu.',
    'rate-limited': 'Právě přichází příliš mnoho požadavků. Chvíli počkejte a zkuste to znovu.',
    'server-error': 'Na naší straně se něco pokazilo a zrušení není potvrzeno. Můžete to bez obav zkusit znovu.',
    'upstream-error':
      'Zrušení se nám nepodařilo potvrdit: partnerská služba neodpověděla. Můžete to bez obav zkusit znovu.',
    'timeout': 'Zrušení se nám nepodařilo potvrdit: odpověď trvala příliš dlouho. Můžete to bez obav zkusit znovu.',
    'network-error': 'Zrušení se nám nepodařilo potvrdit. Zkontrolujte připojení. Můžete to bez obav zkusit znovu.',
    'unexpected-response':
      'Zrušení se nám nepodařilo potvrdit: odpověď byla nesrozumitelná. Můžete to bez obav zkusit znovu.',
  },
};
