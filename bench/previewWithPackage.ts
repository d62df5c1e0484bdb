import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { previewApp } from '../tests/support/previewApp.ts';

const dist = resolve(import.meta.dirname, '../dist');

/** Builds and serves an app for production, with the published files of the package. */
export const previewWithPackage = (config: InlineConfig): ReturnType<typeof previewApp> =>
  previewApp({
    ...config,
    plugins: [react()],
    resolve: {
      alias: [
        { find: /^react-cancel-preauth$/, replacement: resolve(dist, 'index.js') },
        { find: /^react-cancel-preauth\/styles\.css$/, replacement: resolve(dist, 'styles.css') },
        { find: /^react-cancel-preauth\/(.+)$/, replacement: resolve(dist, '$1.js') },
      ],
    },
  });
