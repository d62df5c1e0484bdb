import { resolve } from 'node:path';

const source = resolve(import.meta.dirname, '../src');

/** Resolve imports of the package by its name, as in an app, to its source. */
export const packageAliases = [
  { find: /^react-cancel-preauth$/, replacement: `${source}/index.ts` },
  { find: /^react-cancel-preauth\/styles\.css$/, replacement: `${source}/styles.css` },
  { find: /^react-cancel-preauth\/locales\/(\w+)$/, replacement: `${source}/messages/$1.ts` },
  { find: /^react-cancel-preauth\/(\w+)$/, replacement: `${source}/$1.ts` },
];
