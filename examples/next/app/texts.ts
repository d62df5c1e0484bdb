const en = {
  title: 'Your reservation',
  reserved: 'Reserved – ready to fuel',
  released: 'Reservation released',
  amount: 'Reserved amount',
  reservedHint: 'You only pay for what you fuel.',
  releasedHint: 'Nothing was charged.',
  pump: 'Pump',
  payment: 'Payment',
  card: 'Card ending 4242',
  cancelHint: 'You can cancel until you start fueling.',
};

export type Texts = typeof en;
export type Language = 'de' | 'en';

export const texts: Record<Language, Texts> = {
  en,
  de: {
    title: 'Deine Reservierung',
    reserved: 'Reserviert – jetzt tanken',
    released: 'Reservierung freigegeben',
    amount: 'Reservierter Betrag',
    reservedHint: 'Du zahlst nur, was du tankst.',
    releasedHint: 'Es wurde nichts abgebucht.',
    pump: 'Zapfsäule',
    payment: 'Zahlung',
    card: 'Karte …4242',
    cancelHint: 'Bis zum Tanken kannst du noch abbrechen.',
  },
};
