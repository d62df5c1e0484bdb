import Negotiator from 'negotiator';
import { headers } from 'next/headers';
import type { Language } from './texts';

/** The language of this app that the browser's `Accept-Language` prefers. */
export async function readLanguage(): Promise<Language> {
  const accepted = (await headers()).get('Accept-Language') ?? '';
  const language = new Negotiator({ headers: { 'accept-language': accepted } }).language(['en', 'de']);
  return language === 'de' ? 'de' : 'en';
}
