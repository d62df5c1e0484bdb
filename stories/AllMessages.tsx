import type { ReactElement } from 'react';
import type { CancelPaymentMessages } from 'react-cancel-preauth';
import { languages } from './Checkout.tsx';
import './allMessages.css';

/** All texts of a language by their keys, with sample values. */
function getTexts({ locale, errors, ...labels }: CancelPaymentMessages): Map<string, string> {
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(1280.5);
  const samples: Record<string, string> = { amount, seconds: '12', id: '3f2c9a1e-77b0-4c6d-9f58-0a1b2c3d4e5f' };
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => samples[name] ?? placeholder);
  return new Map([
    ...Object.entries(labels).map(([key, text]) => [key, fill(text)] as const),
    ...Object.entries(errors).map(([code, text]) => [`errors: ${code}`, text] as const),
  ]);
}

const getLanguageName = (locale: string) => new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
const getDirection = (locale: string) => (locale === 'ar' ? 'rtl' : 'ltr');

const columns = languages
  .toSorted((a, b) => Number(b.locale === 'en') - Number(a.locale === 'en')) // for comparison with the others
  .map((messages) => ({ locale: messages.locale, texts: getTexts(messages) }));

/** A table with a row for each text and a column for each language. */
export function AllMessages(): ReactElement {
  const keys = [...(columns[0]?.texts.keys() ?? [])];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable region must be reachable by keyboard
    <section className="all-messages" aria-label="All messages" lang="en" dir="ltr" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Text</th>
            {columns.map(({ locale }) => (
              <th key={locale} scope="col" lang={locale} dir={getDirection(locale)}>
                {getLanguageName(locale)} <code>{locale}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key}>
              <th scope="row">
                <code>{key}</code>
              </th>
              {columns.map(({ locale, texts }) => (
                <td key={locale} lang={locale} dir={getDirection(locale)}>
                  {texts.get(key)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
