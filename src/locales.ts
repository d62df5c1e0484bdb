/**
 * The messages of all languages. `react-cancel-preauth/locales/de` and so on have one each.
 *
 * @module react-cancel-preauth/locales
 */
export type { CancelPaymentMessages } from './messages/CancelPaymentMessages.ts';
export { ar } from './messages/ar.ts';
export { cs } from './messages/cs.ts';
export { da } from './messages/da.ts';
export { de } from './messages/de.ts';
export { en } from './messages/en.ts';
export { es } from './messages/es.ts';
export { fr } from './messages/fr.ts';
export { it } from './messages/it.ts';
export { nl } from './messages/nl.ts';
export { pl } from './messages/pl.ts';
export { pt } from './messages/pt.ts';
export { ro } from './messages/ro.ts';
export { ru } from './messages/ru.ts';
