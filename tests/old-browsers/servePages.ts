import react from '@vitejs/plugin-react';
import type { TestProject } from 'vitest/node';
import { lowerStylesheet } from '../../scripts/lowerStylesheet.ts';
import { previewApp } from '../support/previewApp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URLs of the page: with the stylesheet as it is shipped, and as Vite minifies it for an app. */
    stylesheets: Record<'shipped' | 'minified', string>;
  }
}

/** Builds the page as an app would, and serves it. */
export default async function servePages(tests: TestProject): Promise<() => Promise<void>> {
  const serve = (cssMinify: boolean) =>
    previewApp({
      root: import.meta.dirname,
      plugins: [react(), lowerStylesheet()],
      resolve: { tsconfigPaths: true },
      build: { target: ['chrome103', 'safari16'], cssMinify, chunkSizeWarningLimit: 2000 },
    });
  const shipped = await serve(false);
  const minified = await serve(true);
  tests.provide('stylesheets', { shipped: shipped.url, minified: minified.url });
  return async () => {
    await Promise.all([shipped.close(), minified.close()]);
  };
}
