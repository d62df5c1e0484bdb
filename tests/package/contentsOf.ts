import * as locales from '../../src/locales.ts';
import type { Part } from '../support/toBundle.ts';

export const languages = Object.keys(locales);

/** A text of each language that occurs in no other. */
const texts = Object.entries(locales).map(([language, { keep }]) => ({ language, keep }));

const packages = { 'react': 'react', 'react-dom': 'react-dom', 'TanStack Query': '@tanstack/react-query' };

/** What of interest a part of a bundle holds or imports, sorted: packages, the dialog, and languages. */
export function contentsOf({ files, modules, externals }: Part): string[] {
  const has = (pattern: RegExp) => modules.some((path) => pattern.test(path));
  return [
    ...Object.entries(packages)
      .filter(([, id]) => externals.some((external) => external === id || external.startsWith(`${id}/`)))
      .map(([name]) => name),
    ...(has(/\/@radix-ui\//) ? ['Radix'] : []),
    ...(has(/react-cancel-preauth\/dist\/dialog\//) ? ['dialog'] : []),
    ...texts
      .filter(
        ({ language, keep }) =>
          files.some((code) => code.includes(keep)) || has(new RegExp(`/dist/messages/${language}\\.js$`)),
      )
      .map(({ language }) => language),
  ].toSorted();
}

export const isLanguage = (content: string): boolean => languages.includes(content);
