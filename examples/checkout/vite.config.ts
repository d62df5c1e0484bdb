import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lowerStylesheet } from '../../scripts/lowerStylesheet.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The checkout imports the package by its name, as an app would, which resolves to its source. */
export default defineConfig({
  root: here,
  plugins: [react(), lowerStylesheet()],
  resolve: {
    alias: [
      { find: /^react-cancel-preauth$/, replacement: `${source}/index.ts` },
      { find: 'react-cancel-preauth/styles.css', replacement: `${source}/styles.css` },
      { find: /^react-cancel-preauth\/(.+)$/, replacement: `${source}/$1.ts` },
    ],
  },
});
