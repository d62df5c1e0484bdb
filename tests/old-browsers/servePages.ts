import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { lowerStylesheet } from '../../scripts/lowerStylesheet.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URLs of the page: with the stylesheet as it is shipped, and as Vite minifies it for an app. */
    stylesheets: Record<'shipped' | 'minified', string>;
  }
}

/** Builds the page as an app would, and serves it. */
export default async function servePages(tests: TestProject): Promise<() => Promise<void>> {
  const closing: (() => Promise<void>)[] = [];
  async function serve(cssMinify: boolean): Promise<string> {
    const outDir = mkdtempSync(join(tmpdir(), 'old-browsers-'));
    const config = {
      configFile: false as const,
      root: import.meta.dirname,
      logLevel: 'error' as const,
      plugins: [react(), lowerStylesheet()],
      resolve: { tsconfigPaths: true },
      build: { outDir, emptyOutDir: true, target: ['chrome103', 'safari16'], cssMinify, chunkSizeWarningLimit: 2000 },
    };
    await build(config);
    const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
    const [url] = server.resolvedUrls?.local ?? [];
    if (!url) throw new Error('The page is not served.');
    closing.push(async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    });
    return url;
  }
  tests.provide('stylesheets', { shipped: await serve(false), minified: await serve(true) });
  return async () => {
    await Promise.all(closing.map((close) => close()));
  };
}
