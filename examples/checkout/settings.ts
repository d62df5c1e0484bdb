import { useLayoutEffect, useState, useSyncExternalStore } from 'react';

export const outcomes = [
  'open',
  'slow',
  'forbidden',
  'not-found',
  'missing-linked-identity',
  'unauthorized',
  'server-error',
  'network-error',
] as const;
const languages = ['en', 'de'] as const;
const themes = ['light', 'dark'] as const;

/** The response of the sandbox, by the name of one of its transactions. */
export type Outcome = (typeof outcomes)[number];
export type Language = (typeof languages)[number];
type Theme = (typeof themes)[number];

export interface Settings {
  outcome: Outcome;
  lang: Language;
  theme: Theme;
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function onSystemThemeChange(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  return () => prefersDark.removeEventListener('change', listener);
}

function read<T extends string>(query: URLSearchParams, name: string, known: readonly T[]): T | undefined {
  return known.find((value) => value === query.get(name));
}

/** The settings of the demo, stored in the URL: `?outcome=forbidden&lang=de&theme=dark`. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [search, setSearch] = useState(location.search);
  const systemTheme = useSyncExternalStore(onSystemThemeChange, () => (prefersDark.matches ? 'dark' : 'light'));
  const query = new URLSearchParams(search);
  const lang = read(query, 'lang', languages) ?? 'en';
  const theme = read(query, 'theme', themes) ?? systemTheme;

  useLayoutEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.style.colorScheme = theme;
  }, [lang, theme]);

  function change(next: Partial<Settings>): void {
    const changed = `?${String(new URLSearchParams({ ...Object.fromEntries(query), ...next }))}`;
    history.replaceState(null, '', changed);
    setSearch(changed);
  }

  return [{ outcome: read(query, 'outcome', outcomes) ?? 'open', lang, theme }, change];
}
