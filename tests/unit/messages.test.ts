import { describe, expect, test } from 'vitest';
import { errorActions } from '../../src/dialog/errorActions.ts';
import * as locales from '../../src/locales.ts';

type Language = Exclude<keyof typeof locales, 'loadMessages'>;

/** What one language calls things, in whatever form grammar asks for. No text may call them anything else. */
interface Terms {
  messages: locales.CancelPaymentMessages;
  payment: RegExp;
  /** Of the payment, as the labels and the errors name it. */
  cancel: RegExp;
  /** What was done with the amount, and what will be. */
  reserved: RegExp;
  released: RegExp;
  /** Money that comes back to the user was never away, and nobody knows in how many days it shows. */
  refunded: RegExp;
  link: RegExp;
  account: RegExp;
  signIn: RegExp;
  unconfirmed: RegExp;
  safeToRetry: RegExp;
  /** Said of a cancellation, this claims what nobody knows. */
  failed: RegExp;
  /** The form of address that this language does not use here: formal or informal, or, in Arabic, to a man. */
  otherAddress?: RegExp;
}

/** Any of them as a whole word, also in scripts that `\b` does not know. */
const word = (...forms: string[]) => new RegExp(`(?<!\\p{L})(?:${forms.join('|')})(?!\\p{L})`, 'u');

const terms: Record<Language, Terms> = {
  ar: {
    messages: locales.ar,
    payment: /الدفع/,
    cancel: /إلغاء/,
    reserved: /حجز/,
    released: /سنفكّ/,
    refunded: /استرداد|استرجاع|أيام/,
    link: /ربط/,
    account: /حساب/,
    signIn: /تسجيل الدخول/,
    unconfirmed: /لم نتمكّن من تأكيد الإلغاء/,
    safeToRetry: /يمكن إعادة المحاولة بأمان/,
    failed: /فشل|أخفق|تعذّر|لم يتم/,
    otherAddress: word('انقر', 'اضغط', 'انتظر', 'تحقّق', 'حاول', 'تواصل'),
  },
  cs: {
    messages: locales.cs,
    payment: /plat(?:b|eb)/i,
    cancel: /z?ruš/i,
    reserved: /rezervovan/,
    released: /uvolněna/,
    refunded: /vrácen|vrátí|dn[íůy]/,
    link: /propoj/i,
    account: /úč[et]/,
    signIn: /přihl[aá]s/i,
    unconfirmed: /Zrušení se nám nepodařilo potvrdit/,
    safeToRetry: /Můžete to bez obav zkusit znovu/,
    failed: /selhal|nezdařil|neúspěš|nepodařilo zrušit|nebyla zrušena/i,
    otherAddress: word(
      'tv(?:ůj|oje|é|ého|ém)',
      'můžeš',
      'chceš',
      'zkontroluj',
      'zkus',
      'obrať',
      'počkej',
      'přihlas',
      'propoj',
      'klepni',
    ),
  },
  da: {
    messages: locales.da,
    payment: /betaling/i,
    cancel: /annuller/i,
    reserved: /reserveret/,
    released: /frigiver/,
    refunded: /refunder|tilbage|dag/,
    link: /forbind/i,
    account: /konto/,
    signIn: /log ind/i,
    unconfirmed: /Vi kunne ikke bekræfte annulleringen/,
    safeToRetry: /Du kan trygt prøve igen/,
    failed: /mislyk|fejl|kunne ikke annullere|ikke annulleret/i,
    otherAddress: word('Dem', 'Deres', 'venligst'),
  },
  de: {
    messages: locales.de,
    payment: /Zahlung/,
    cancel: /ab(?:zu)?brechen|abgebrochen|Abbruch/,
    reserved: /reservierte/,
    released: /freigegeben/,
    refunded: /erstatte|zurück|tage/i,
    link: /verknüpf/i,
    account: /Konto/,
    signIn: /Anmelden|Melde dich erneut an/,
    unconfirmed: /Wir konnten den Abbruch nicht bestätigen/,
    safeToRetry: /Du kannst es bedenkenlos erneut versuchen/,
    failed: /fehlgeschlagen|gescheitert|fehler|nicht abgebrochen/i,
    otherAddress: word('Ihre?[nmrs]?', 'Ihnen', '\\p{Ll}+en Sie'),
  },
  en: {
    messages: locales.en,
    payment: /payment/i,
    cancel: /cancel/i,
    reserved: /reserved/,
    released: /release/,
    refunded: /refund|days/i,
    link: /link/i,
    account: /account/,
    signIn: /sign in/i,
    unconfirmed: /We couldn’t confirm the cancellation/,
    safeToRetry: /Trying again is safe/,
    failed: /fail|unsuccessful|couldn’t cancel|not canceled|wasn’t canceled/i,
  },
  es: {
    messages: locales.es,
    payment: /pago/i,
    cancel: /cancela/i,
    reserved: /reservado/,
    released: /Liberaremos/,
    refunded: /devol|reembols|días/i,
    link: /vincula/i,
    account: /cuenta/,
    signIn: /iniciar sesión/i,
    unconfirmed: /No hemos podido confirmar la cancelación/,
    safeToRetry: /Puedes volver a intentarlo sin riesgo/,
    failed: /fall[aoó]|fracas|error|podido cancelar|no se ha cancelado/i,
    otherAddress: word('usted', 'sus?', 'compruebe', 'espere', 'vuelva', 'contacte', 'inicie', 'vincule', 'pulse'),
  },
  fr: {
    messages: locales.fr,
    payment: /paiement/i,
    cancel: /annul/i,
    reserved: /réservé/,
    released: /libéré/,
    refunded: /rembours|jours/i,
    link: /associe/i,
    account: /compte/,
    signIn: /connect/,
    unconfirmed: /Nous n’avons pas pu confirmer l’annulation/,
    safeToRetry: /Vous pouvez réessayer sans risque/,
    failed: /échou|échec|erreur|pu annuler|pas été annulé/i,
    otherAddress: word(
      'tu',
      'toi',
      't(?:on|a|es)',
      'peux',
      'vérifie',
      'patiente',
      'réessaie',
      'reconnecte',
      'associe',
      'appuie',
    ),
  },
  it: {
    messages: locales.it,
    payment: /pagament/i,
    cancel: /annulla/i,
    reserved: /prenotato/,
    released: /sbloccato/,
    refunded: /rimbors|giorni/i,
    link: /collega/i,
    account: /account/,
    signIn: /accedi/i,
    unconfirmed: /Non è stato possibile confermare l’annullamento/,
    safeToRetry: /Puoi riprovare senza rischi/,
    failed: /fallit|riuscit|errore|(?:potuto|possibile) annullare|non è stato annullato/i,
    otherAddress: word(
      'lei',
      'suo',
      'sua',
      'attenda',
      'controlli',
      'riprovi',
      'contatti',
      'acceda',
      'colleghi',
      'tocchi',
    ),
  },
  nl: {
    messages: locales.nl,
    payment: /betaling/i,
    cancel: /annuler|geannuleerd/i,
    reserved: /gereserveerd/,
    released: /vrijgegeven/,
    refunded: /terug|dagen/i,
    link: /koppel/i,
    account: /account/i,
    signIn: /inloggen|log opnieuw in/i,
    unconfirmed: /We konden de annulering niet bevestigen/,
    safeToRetry: /Je kunt het veilig opnieuw proberen/,
    failed: /misluk|fout|niet annuleren|niet geannuleerd/i,
    otherAddress: word('u', 'uw'),
  },
  pl: {
    messages: locales.pl,
    payment: /płatnoś/i,
    cancel: /anulow|anuluj/i,
    reserved: /zarezerwowana/,
    released: /zwolniona/,
    refunded: /zwrot|zwróc|dni/i,
    link: /połącz /i,
    account: /konto/,
    signIn: /zaloguj się/i,
    unconfirmed: /Nie udało nam się potwierdzić anulowania/,
    safeToRetry: /Możesz bezpiecznie spróbować ponownie/,
    failed: /nie powiod|niepowodz|błąd|nie udało się anulować|nie została anulowana/i,
    otherAddress: word('Pan\\p{L}?', 'Państw\\p{L}', 'proszę'),
  },
  pt: {
    messages: locales.pt,
    payment: /pagamento/i,
    cancel: /cancela/i,
    reserved: /reservado/,
    released: /libertado/,
    refunded: /devol|reembols|dias/i,
    link: /associ[ae]/i,
    account: /conta/,
    signIn: /inici(?:ar|e) sessão/i,
    unconfirmed: /Não conseguimos confirmar o cancelamento/,
    safeToRetry: /Pode tentar novamente sem risco/,
    failed: /falh|fracass|erro|conseguimos cancelar|não foi cancelado/i,
    otherAddress: word(
      'tu',
      'teu',
      'tua',
      'podes',
      'verifica',
      'aguarda',
      'tenta',
      'contacta',
      'inicia',
      'associa',
      'toca',
    ),
  },
  ro: {
    messages: locales.ro,
    payment: /pl[aă][tț][aăi]/i,
    cancel: /anul[aă]/i,
    reserved: /rezervată/,
    released: /deblocată/,
    refunded: /ramburs|returna|zile/i,
    link: /asociați/i,
    account: /cont/,
    signIn: /conectați-vă/i,
    unconfirmed: /Nu am putut confirma anularea/,
    safeToRetry: /Puteți încerca din nou fără niciun risc/,
    failed: /eșu|eșec|eroare|putut anula|nu a fost anulată/i,
    otherAddress: word(
      'tu',
      'tău',
      'ta',
      'poți',
      'verifică',
      'așteaptă',
      'încearcă',
      'contactează',
      'conectează-te',
      'asociază',
      'apasă',
    ),
  },
  ru: {
    messages: locales.ru,
    payment: /плат[её]ж(?!н)/i,
    cancel: /отмен/i,
    reserved: /зарезервированная/,
    released: /разблокирована/,
    refunded: /возвра|верн|снят|дней|дня/i,
    link: /привя[зж]/i,
    account: /аккаунт/,
    signIn: /войти|войдите/i,
    unconfirmed: /Нам не удалось подтвердить отмену/,
    safeToRetry: /Повторная попытка безопасна/,
    failed: /ошибк|сбой|неудач|не удалось отменить|не отмен[её]н/i,
    otherAddress: word(
      'ты',
      'тебе',
      'тво\\p{L}+',
      'проверь',
      'войди',
      'подожди',
      'попробуй',
      'обратись',
      'привяжи',
      'нажми',
    ),
  },
};

const outcomeUnknown = ['network-error', 'timeout', 'unexpected-response', 'upstream-error'] as const;
const retryable = [...outcomeUnknown, 'server-error'] as const;

describe.each(Object.entries(terms))('%s', (name, { messages, ...words }) => {
  const { locale, description, reference, errors, ...labels } = messages;
  const texts = {
    ...labels,
    ...errors,
    'description': description({}),
    'description with amount': description({ amount: '{amount}' }),
    'reference': reference('{id}'),
  };

  test('has every text, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(locales.en).toSorted());
    expect(Object.keys(errors).toSorted()).toEqual(Object.keys(errorActions).toSorted());
  });

  test('names a locale in which amounts can be written', () => {
    expect(Intl.getCanonicalLocales(locale)).toEqual([locale]);
    expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale]);
    expect(new Intl.Locale(locale).language).toBe(name);
  });

  test.each(Object.entries(texts))('%s is clean text', (_key, text) => {
    expect(text).toBe(text.trim());
    expect(text).not.toBe('');
    expect(text, 'straight quotes').not.toMatch(/['"`]/);
    expect(text, 'three dots').not.toContain('..');
    expect(text, 'double spaces').not.toMatch(/\s\s/);
    expect(text, 'digits would need plural forms, or promise days').not.toMatch(/\p{Nd}/u);
    expect(text, 'HTML').not.toMatch(/[<>&]/);
    expect(text, 'a missing value').not.toContain('undefined');
    expect(text, 'decomposed letters').toBe(text.normalize('NFC'));
  });

  test('ends sentences, and not labels, with a full stop', () => {
    const { trigger, keep, confirm, retry, close, linkIdentity, signIn, canceled } = messages;
    for (const label of [trigger, keep, confirm, retry, close, linkIdentity, signIn, canceled]) {
      expect(label).not.toMatch(/\p{P}$/u);
    }
    expect(messages.title).toMatch(/[?؟]$/);
    expect(messages.pending).toMatch(/…$/);
    for (const sentence of [messages.loadFailed, description({}), ...Object.values(errors)]) {
      expect(sentence).toMatch(/\.$/);
    }
  });

  test('names the amount once, and does without it', () => {
    const amount = '80,00 €';
    expect(description({ amount }).split(amount)).toHaveLength(2);
    expect(description({ amount: undefined })).toBe(description({}));
    expect(description({})).not.toBe(description({ amount }));
  });

  test('says that the reserved amount is released, not refunded', () => {
    for (const text of [texts.description, texts['description with amount']]) {
      expect(text).toMatch(words.reserved);
      expect(text).toMatch(words.released);
      expect(text).not.toMatch(words.refunded);
    }
  });

  test('quotes the request id as it is', () => {
    const id = '3f2c9a1e-77b0-4c6d-9f58-0a1b2c3d4e5f';
    expect(reference(id)).toContain(id);
  });

  test('keeps apart what keeps and what cancels the payment', () => {
    const { keep, confirm } = messages;
    const firstWord = (label: string) => label.split(/\s/)[0];
    expect(firstWord(keep)).not.toBe(firstWord(confirm));
    expect(keep).not.toMatch(words.cancel);
    expect(confirm).toMatch(words.cancel);
  });

  test('calls the payment a payment, and never says a bare “Cancel”', () => {
    for (const text of [messages.trigger, messages.title, messages.keep, messages.confirm, messages.canceled]) {
      expect(text).toMatch(words.payment);
      expect(text.split(/\s/).length).toBeGreaterThan(1);
    }
    expect(messages.trigger).toBe(messages.confirm);
    for (const code of ['forbidden', 'missing-linked-identity', 'unauthorized', 'insufficient-scope'] as const) {
      expect(errors[code]).toMatch(words.payment);
      expect(errors[code]).toMatch(words.cancel);
    }
  });

  test('speaks to the user in the same way all along', () => {
    if (!words.otherAddress) return;
    for (const text of Object.values(texts)) {
      expect(text.toLocaleLowerCase(locale)).not.toMatch(words.otherAddress);
      expect(text).not.toMatch(words.otherAddress);
    }
  });

  test('says something else for each error', () => {
    expect(new Set(Object.values(errors)).size).toBe(Object.keys(errors).length);
  });

  test.each(outcomeUnknown)('says of %s that nobody knows, not that it failed', (code) => {
    expect(errors[code]).toMatch(words.unconfirmed);
  });

  test.each(retryable)('says of %s that trying again is safe', (code) => {
    expect(errors[code]).toMatch(words.safeToRetry);
    expect(errors[code]).not.toMatch(words.failed);
  });

  test.each(['unauthorized', 'rate-limited', 'missing-linked-identity'] as const)(
    'claims no outcome for %s: an attempt before it may have canceled the payment',
    (code) => {
      expect(errors[code]).not.toMatch(words.failed);
      expect(errors[code]).not.toMatch(words.unconfirmed);
    },
  );

  test('offers what the error asks for', () => {
    const { linkIdentity, signIn } = messages;
    for (const text of [linkIdentity, errors['missing-linked-identity']]) {
      expect(text).toMatch(words.link);
      expect(text.toLocaleLowerCase(locale)).toMatch(new RegExp(words.account, 'i'));
    }
    for (const text of [signIn, errors.unauthorized]) expect(text).toMatch(words.signIn);
  });
});

test('the id of an Arabic reference is isolated from the text that runs the other way', () => {
  expect(locales.ar.reference('a-1')).toContain('\u2066a-1\u2069');
});

test('Romanian has its commas below, not cedillas', () => {
  expect(JSON.stringify(locales.ro)).not.toMatch(/[şţŞŢ]/);
});

test('French has its narrow spaces before ? and its no-break spaces before :', () => {
  const { title, reference, errors } = locales.fr;
  const all = [title, reference('id'), ...Object.values(errors)].join('\n');
  expect(all).toMatch(/\u202f\?/);
  expect(all).not.toMatch(/[^\u202f][?!;]|[^\u00a0]:/);
});
