import type * as locales from 'react-cancel-preauth/locales';

interface CardTexts {
  heading: string;
  pump: string;
  fuel: string;
  reserved: string;
}

/** The texts of the card around each story. A missing language is a type error. */
const cardTexts: Record<keyof typeof locales, CardTexts> = {
  ar: { heading: 'كل شيء جاهز للتزوّد بالوقود', pump: 'المضخة', fuel: 'الوقود', reserved: 'المبلغ المحجوز' },
  cs: { heading: 'Vše připraveno k tankování', pump: 'Stojan', fuel: 'Palivo', reserved: 'Rezervováno' },
  da: { heading: 'Klar til at tanke', pump: 'Stander', fuel: 'Brændstof', reserved: 'Reserveret' },
  de: { heading: 'Bereit zum Tanken', pump: 'Zapfsäule', fuel: 'Kraftstoff', reserved: 'Reserviert' },
  en: { heading: 'Ready to fuel', pump: 'Pump', fuel: 'Fuel', reserved: 'Reserved' },
  es: { heading: 'Todo listo para repostar', pump: 'Surtidor', fuel: 'Combustible', reserved: 'Reservado' },
  fr: { heading: 'Tout est prêt pour votre plein', pump: 'Pompe', fuel: 'Carburant', reserved: 'Réservé' },
  it: { heading: 'Tutto pronto per il rifornimento', pump: 'Pompa', fuel: 'Carburante', reserved: 'Importo prenotato' },
  nl: { heading: 'Klaar om te tanken', pump: 'Pomp', fuel: 'Brandstof', reserved: 'Gereserveerd' },
  pl: { heading: 'Wszystko gotowe do tankowania', pump: 'Dystrybutor', fuel: 'Paliwo', reserved: 'Zarezerwowano' },
  pt: { heading: 'Tudo pronto para abastecer', pump: 'Bomba', fuel: 'Combustível', reserved: 'Reservado' },
  ro: { heading: 'Totul este gata pentru alimentare', pump: 'Pompă', fuel: 'Combustibil', reserved: 'Rezervat' },
  ru: { heading: 'Всё готово к заправке', pump: 'Колонка', fuel: 'Топливо', reserved: 'Зарезервировано' },
};

const isKnown = (language: string): language is keyof typeof cardTexts => Object.hasOwn(cardTexts, language);

export function cardTextsOf(locale: string): CardTexts {
  const { language } = new Intl.Locale(locale);
  return cardTexts[isKnown(language) ? language : 'en'];
}
