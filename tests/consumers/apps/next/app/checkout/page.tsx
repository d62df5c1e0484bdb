import { loadMessages } from 'react-cancel-preauth';
import { payEnvironments } from 'react-cancel-preauth/client';
import { de } from 'react-cancel-preauth/locales/de';
import { readLanguage } from '../readLanguage';
import { Checkout } from './Checkout';

/** A server component that uses the package itself. */
export default async function Page() {
  const language = await readLanguage();
  return (
    <main data-environment={payEnvironments.sandbox}>
      <Checkout messages={language === 'de' ? de : await loadMessages([language])} />
    </main>
  );
}
