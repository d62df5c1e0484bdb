import { describe, expect, test } from 'vitest';
import { errorActions } from '../../src/dialog/errorActions.ts';
import * as locales from '../../src/locales.ts';

type Language = keyof typeof locales;

/** The words of one language, in whatever form its grammar requires. No text may use other words for the same thing. */
interface Terms {
  messages: locales.CancelPaymentMessages;
  payment: RegExp;
  /** The payment is what is canceled, in labels, titles and errors. */
  cancel: RegExp;
  /** The amount was reserved, and will be released. */
  reserved: RegExp;
  released: RegExp;
  /** A reservation is not refunded, and how many days the bank takes is unknown. */
  refunded: RegExp;
  link: RegExp;
  account: RegExp;
  signIn: RegExp;
  support: RegExp;
  reload: RegExp;
  confirm: RegExp;
  unconfirmed: RegExp;
  safeToRetry: RegExp;
  /** Claims that the cancellation failed, when its outcome is unknown. */
  failed: RegExp;
  /** The payment can't be canceled, now or ever. */
  impossible: RegExp;
  /** The form of address that this language does not use here: formal or informal, or, in Arabic, to a man. */
  otherAddress?: RegExp;
}

/** Matches any of the forms as a whole word, even in scripts that `\b` does not cover. */
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
    support: /الدعم/,
    reload: /إعادة تحميل الصفحة/,
    confirm: /تأكيد|مؤكَّد/,
    unconfirmed: /لم نتمكّن من تأكيد الإلغاء/,
    safeToRetry: /يمكن إعادة المحاولة بأمان/,
    failed: /فشل|أخفق|تعذّر|لم يتم/,
    impossible: /لا يمكن إلغاء|لم يعد ممكنًا إلغاء/,
    otherAddress: word('انقر', 'اضغط', 'انتظر', 'تحقّق', 'حاول', 'تواصل'),
  },
  cs: {
    messages: locales.cs,
    payment: /plat(?:b|eb)/i,
    cancel: /z?ruš/i,
    reserved: /rezervovan/,
    released: /Uvolníme/,
    refunded: /vrácen|vrátí|dn[íůy]/,
    link: /propoj/i,
    account: /úč[et]/,
    signIn: /přihl[aá]s/i,
    support: /podporu/,
    reload: /načtěte stránku znovu/,
    confirm: /potvr[zd]/,
    unconfirmed: /Zrušení se nám nepodařilo potvrdit/,
    safeToRetry: /Můžete to bez obav zkusit znovu/,
    failed: /selhal|nezdařil|neúspěš|nepodařilo zrušit|nebyla zrušena/i,
    impossible: /nelze zrušit/,
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
    support: /[Kk]ontakt support/,
    reload: /Genindlæs siden/,
    confirm: /bekræft/,
    unconfirmed: /Vi kunne ikke bekræfte annulleringen/,
    safeToRetry: /Du kan trygt prøve igen/,
    failed: /mislyk|fejl|kunne ikke annullere|ikke annulleret/i,
    impossible: /kan ikke (?:længere )?annulleres/,
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
    support: /Support/,
    reload: /lade die Seite neu/,
    confirm: /bestätig/,
    unconfirmed: /Wir konnten den Abbruch nicht bestätigen/,
    safeToRetry: /Du kannst es bedenkenlos erneut versuchen/,
    failed: /fehlgeschlagen|gescheitert|fehler|nicht abgebrochen/i,
    impossible: /nicht möglich|kann (?:nicht mehr|hier nicht) abgebrochen werden/,
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
    support: /contact support/i,
    reload: /reload the page/,
    confirm: /confirm/,
    unconfirmed: /We couldn’t confirm the cancellation/,
    safeToRetry: /It’s safe to try again/,
    failed: /fail|unsuccessful|couldn’t cancel|not canceled|wasn’t canceled/i,
    impossible: /can(?:’t| no longer) be canceled/,
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
    support: /atención al cliente/,
    reload: /recarga la página/,
    confirm: /confirma/,
    unconfirmed: /No hemos podido confirmar la cancelación/,
    safeToRetry: /Puedes volver a intentarlo sin riesgo/,
    failed: /fall[aoó]|fracas|error|podido cancelar|no se ha cancelado/i,
    impossible: /no se puede cancelar/,
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
    support: /contactez l’assistance/i,
    reload: /rechargez la page/,
    confirm: /confirm/,
    unconfirmed: /Nous n’avons pas pu confirmer l’annulation/,
    safeToRetry: /Vous pouvez réessayer sans risque/,
    failed: /échou|échec|erreur|pu annuler|pas été annulé/i,
    impossible: /Impossible d’annuler|ne peut (?:plus|pas) être annulé/,
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
    support: /contatta l’assistenza/i,
    reload: /ricarica la pagina/,
    confirm: /conferma/,
    unconfirmed: /Non è stato possibile confermare l’annullamento/,
    safeToRetry: /Puoi riprovare senza rischi/,
    failed: /fallit|riuscit|errore|(?:potuto|possibile) annullare|non è stato annullato/i,
    impossible: /non annullabile|non può (?:più )?essere annullato/,
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
    released: /We geven .*vrij/,
    refunded: /terug|dagen/i,
    link: /koppel/i,
    account: /account/i,
    signIn: /inloggen|log opnieuw in/i,
    support: /contact op met de klantenservice/,
    reload: /Laad de pagina dan opnieuw/,
    confirm: /bevestig/,
    unconfirmed: /We konden de annulering niet bevestigen/,
    safeToRetry: /Je kunt het gerust opnieuw proberen/,
    failed: /misluk|fout|niet annuleren|niet geannuleerd/i,
    impossible: /niet mogelijk|kan (?:niet meer|hier niet) worden geannuleerd/,
    otherAddress: word('u', 'uw'),
  },
  pl: {
    messages: locales.pl,
    payment: /płatnoś/i,
    cancel: /anulow|anuluj/i,
    reserved: /zarezerwowaną/,
    released: /Zwolnimy/,
    refunded: /zwrot|zwróc|dni/i,
    link: /połącz /i,
    account: /konto/,
    signIn: /zaloguj się/i,
    support: /z obsługą klienta/,
    reload: /odśwież stronę/,
    confirm: /potwierdz/,
    unconfirmed: /Nie udało nam się potwierdzić anulowania/,
    safeToRetry: /Możesz bez obaw spróbować ponownie/,
    failed: /nie powiod|niepowodz|błąd|nie udało się anulować|nie została anulowana/i,
    impossible: /nie można (?:już |tutaj )?anulować/,
    otherAddress: word('Pan\\p{L}?', 'Państw\\p{L}', 'proszę'),
  },
  pt: {
    messages: locales.pt,
    payment: /pagamento/i,
    cancel: /cancela/i,
    reserved: /reservado/,
    released: /Vamos libertar/,
    refunded: /devol|reembols|dias/i,
    link: /associ[ae]/i,
    account: /conta/,
    signIn: /inici(?:ar|e) sessão/i,
    support: /contacte o apoio ao cliente/i,
    reload: /recarregue a página/,
    confirm: /confirma/,
    unconfirmed: /Não conseguimos confirmar o cancelamento/,
    safeToRetry: /Pode tentar novamente sem risco/,
    failed: /falh|fracass|erro|conseguimos cancelar|não foi cancelado/i,
    impossible: /Não é possível cancelar|(?:já )?não pode ser cancelado/,
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
    released: /Vom debloca/,
    refunded: /ramburs|returna|zile/i,
    link: /asociați/i,
    account: /cont/,
    signIn: /conectați-vă/i,
    support: /contactați serviciul de asistență/i,
    reload: /reîncărcați pagina/,
    confirm: /confirm/,
    unconfirmed: /Nu am putut confirma anularea/,
    safeToRetry: /Puteți încerca din nou fără niciun risc/,
    failed: /eșu|eșec|eroare|putut anula|nu a fost anulată/i,
    impossible: /nu (?:mai )?poate fi anulată/,
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
    reserved: /зарезервированную/,
    released: /Разблокируем/,
    refunded: /возвра|верн|снят|дней|дня/i,
    link: /привя[зж]/i,
    account: /аккаунт/,
    signIn: /войти|войдите/i,
    support: /обратитесь в поддержку/i,
    reload: /обновите страницу/,
    confirm: /подтвер/,
    unconfirmed: /Нам не удалось подтвердить отмену/,
    safeToRetry: /Попробуйте снова\u00a0— это безопасно/,
    failed: /ошибк|сбой|неудач|не удалось отменить|не отмен[её]н/i,
    impossible: /нельзя отменить/,
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
const needsSupport = ['not-found', 'insufficient-scope', 'invalid-request', 'invalid-transaction-id'] as const;
const notCancelable = ['forbidden', 'invalid-request', 'invalid-transaction-id'] as const;

/** A 320 px wide dialog shows a title of this length in at most two lines. */
const maximumTitleLength = 34;

const textsOf = ({ errors, ...texts }: locales.CancelPaymentMessages) => ({ ...texts, ...errors });
const placeholdersOf = (text: string) => text.match(/\{[^{}]*\}/g) ?? [];
const placeholdersOfEnglish = new Map(
  Object.entries(textsOf(locales.en)).map(([key, text]) => [key, placeholdersOf(text)]),
);

describe.each(Object.entries(terms))('%s', (name, { messages, ...words }) => {
  const { locale, description, descriptionWithAmount, reference, errors } = messages;
  const texts = textsOf(messages);

  test('has the same keys as English', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(locales.en).toSorted());
    expect(Object.keys(errors).toSorted()).toEqual(Object.keys(locales.en.errors).toSorted());
    expect(Object.keys(errors).toSorted()).toEqual(Object.keys(errorActions).toSorted());
  });

  test('is plain data that can be serialized and cloned', () => {
    for (const value of Object.values(texts)) expect(value).toBeTypeOf('string');
    expect(JSON.parse(JSON.stringify(messages))).toEqual(messages);
    expect(structuredClone(messages)).toEqual(messages);
  });

  test('names a locale that Intl can format amounts in', () => {
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

  test.each(Object.entries(texts))('%s has the placeholders of the English text, and no other braces', (key, text) => {
    expect(placeholdersOf(text)).toEqual(placeholdersOfEnglish.get(key));
    expect(text.replace(/\{[^{}]*\}/g, '')).not.toMatch(/[{}]/);
  });

  test('ends sentences, and not labels, with a full stop', () => {
    const { trigger, keep, confirm, retry, retryIn, close, linkIdentity, signIn, canceled } = messages;
    const { titleNotConfirmed, titleActionRequired, titleFinal } = messages;
    const labels = [trigger, keep, confirm, retry, retryIn, close, linkIdentity, signIn, canceled];
    for (const label of [...labels, titleNotConfirmed, titleActionRequired, titleFinal]) {
      expect(label).not.toMatch(/\p{P}$/u);
    }
    expect(messages.title).toMatch(/[?؟]$/);
    expect(messages.pending).toMatch(/…$/);
    for (const sentence of [messages.loadFailed, description, descriptionWithAmount, ...Object.values(errors)]) {
      expect(sentence).toMatch(/\.$/);
    }
  });

  describe('titles', () => {
    const { title, titleNotConfirmed, titleActionRequired, titleFinal, canceled } = messages;
    const titles = { title, titleNotConfirmed, titleActionRequired, titleFinal, canceled };

    test.each(Object.entries(titles))('%s is short enough for a narrow dialog', (_key, text) => {
      expect(text.length).toBeLessThanOrEqual(maximumTitleLength);
    });

    test('differ from each other and from the labels', () => {
      const { trigger, keep, retry, close, linkIdentity, signIn } = messages;
      const all = [...Object.values(titles), trigger, keep, retry, close, linkIdentity, signIn];
      expect(new Set(all).size).toBe(all.length);
    });

    test('say that an unknown outcome is not confirmed, never that the cancellation failed or is impossible', () => {
      expect(titleNotConfirmed).toMatch(words.cancel);
      expect(titleNotConfirmed).toMatch(words.confirm);
      expect(titleNotConfirmed).not.toMatch(words.failed);
      expect(titleNotConfirmed).not.toMatch(words.impossible);
    });

    test('ask for one more step without claiming an outcome', () => {
      for (const claim of [words.cancel, words.confirm, words.failed, words.impossible]) {
        expect(titleActionRequired).not.toMatch(claim);
      }
    });

    test('say of a final error that the payment can’t be canceled, not that this is unconfirmed', () => {
      expect(titleFinal).toMatch(words.cancel);
      expect(titleFinal).toMatch(words.impossible);
      expect(titleFinal).not.toMatch(words.confirm);
    });
  });

  test('names the amount once, or leaves it out', () => {
    const amount = '80,00 €';
    expect(descriptionWithAmount.replaceAll('{amount}', amount).split(amount)).toHaveLength(2);
    expect(description).not.toMatch(/[{}]/);
    expect(description).not.toBe(descriptionWithAmount);
  });

  test('says that the reserved amount is released, not refunded', () => {
    for (const text of [description, descriptionWithAmount]) {
      expect(text).toMatch(words.reserved);
      expect(text).toMatch(words.released);
      expect(text).not.toMatch(words.refunded);
    }
  });

  test('quotes the request id unchanged', () => {
    const id = '3f2c9a1e-77b0-4c6d-9f58-0a1b2c3d4e5f';
    expect(reference.replaceAll('{id}', id).split(id)).toHaveLength(2);
  });

  test('counts down on the label of the retry button, with an abbreviated unit that needs no plural', () => {
    const { retry, retryIn } = messages;
    expect(retryIn).not.toBe(retry);
    expect(retryIn.toLocaleLowerCase(locale)).toContain(retry.toLocaleLowerCase(locale));
    expect(retryIn).toMatch(/(?<= )\{seconds\}\u00a0\p{L}(?: |$)/u);
  });

  test('uses clearly different labels for keeping and for canceling the payment', () => {
    const { keep, confirm } = messages;
    const firstWord = (label: string) => label.split(/\s/)[0];
    expect(firstWord(keep)).not.toBe(firstWord(confirm));
    expect(keep).not.toMatch(words.cancel);
    expect(confirm).toMatch(words.cancel);
  });

  test('calls the payment a payment, and never uses a bare “Cancel”', () => {
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

  test('uses one form of address throughout', () => {
    if (!words.otherAddress) return;
    for (const text of Object.values(texts)) {
      expect(text.toLocaleLowerCase(locale)).not.toMatch(words.otherAddress);
      expect(text).not.toMatch(words.otherAddress);
    }
  });

  test('has a different text for each error', () => {
    expect(new Set(Object.values(errors)).size).toBe(Object.keys(errors).length);
  });

  test.each(outcomeUnknown)('says of %s that the outcome is unknown, not that it failed', (code) => {
    expect(errors[code]).toMatch(words.unconfirmed);
  });

  test.each(retryable)('says of %s that it is safe to try again', (code) => {
    expect(errors[code]).toMatch(words.safeToRetry);
    expect(errors[code]).toMatch(words.confirm);
    expect(errors[code]).not.toMatch(words.failed);
    expect(errors[code]).not.toMatch(words.impossible);
  });

  test.each(['unauthorized', 'rate-limited', 'missing-linked-identity'] as const)(
    'claims no outcome for %s: an earlier attempt may have canceled the payment',
    (code) => {
      expect(errors[code]).not.toMatch(words.failed);
      expect(errors[code]).not.toMatch(words.impossible);
      expect(errors[code]).not.toMatch(words.unconfirmed);
    },
  );

  test.each(notCancelable)('says of %s that the payment can’t be canceled', (code) => {
    expect(errors[code]).toMatch(words.impossible);
    expect(errors[code]).not.toMatch(words.safeToRetry);
  });

  test.each(needsSupport)('refers to support for %s', (code) => {
    expect(errors[code]).toMatch(words.support);
  });

  test('says that reloading the page may help when the dialog could not be loaded', () => {
    expect(messages.loadFailed).toMatch(words.reload);
  });

  test('offers what the error asks for', () => {
    const { linkIdentity, signIn } = messages;
    for (const text of [linkIdentity, errors['missing-linked-identity']]) {
      expect(text).toMatch(words.link);
      expect(text.toLocaleLowerCase(locale)).toMatch(new RegExp(words.account, 'i'));
    }
    for (const text of [signIn, errors.unauthorized]) expect(text).toMatch(words.signIn);
  });
});

test('Romanian letters have commas below, not cedillas', () => {
  expect(JSON.stringify(locales.ro)).not.toMatch(/[şţŞŢ]/);
});

test('French has narrow no-break spaces before ? ! ; and no-break spaces before :', () => {
  const all = Object.values(textsOf(locales.fr)).join('\n');
  expect(all).toMatch(/\u202f\?/);
  expect(all).not.toMatch(/[^\u202f][?!;]|[^\u00a0]:/);
});

test('Russian dashes follow a no-break space, so that no line starts with one', () => {
  expect(Object.values(textsOf(locales.ru)).join('\n')).not.toMatch(/[^\u00a0]—/);
});
