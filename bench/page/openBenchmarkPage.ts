import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type CDPSession, type Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { servePaySandbox } from '../../scripts/servePaySandbox.ts';
import { previewApp } from '../../tests/support/previewApp.ts';

const root = resolve(import.meta.dirname, '../..');

interface OpenPage {
  page: Page;
  devTools: CDPSession;
  close: () => Promise<void>;
}

/** The page of this folder, built with the published files and the production build of React, in Chromium. */
export async function openBenchmarkPage(): Promise<OpenPage> {
  const app = await previewApp({
    root: import.meta.dirname,
    plugins: [react()],
    resolve: {
      alias: [
        { find: /^react-cancel-preauth$/, replacement: resolve(root, 'dist/index.js') },
        { find: /^react-cancel-preauth\/styles\.css$/, replacement: resolve(root, 'dist/styles.css') },
        { find: /^react-cancel-preauth\/(.+)$/, replacement: resolve(root, 'dist/$1.js') },
      ],
    },
    // Isolated pages have a precise clock.
    preview: {
      headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  });
  const api = await servePaySandbox();
  const found = await findChromium();
  const browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
  const page = await browser.newPage();
  const devTools = await page.context().newCDPSession(page);
  await page.goto(`${app.url}?api=${encodeURIComponent(`${api.url}/pay/2024-4`)}`);
  await page.evaluate(() => window.benchmark.preload());
  return {
    page,
    devTools,
    async close() {
      await browser.close();
      await Promise.all([app.close(), api.close()]);
    },
  };
}
