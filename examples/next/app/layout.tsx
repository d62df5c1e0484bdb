import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { loadMessages } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import './checkout.css';
import { Providers } from './Providers';
import { readLanguage } from './readLanguage';
import { texts } from './texts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: texts[await readLanguage()].title };
}

export default async function Layout({ children }: { children: ReactNode }) {
  const language = await readLanguage();
  return (
    <html lang={language}>
      <body>
        <Providers messages={await loadMessages([language])}>{children}</Providers>
      </body>
    </html>
  );
}
