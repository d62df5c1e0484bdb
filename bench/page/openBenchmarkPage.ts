import { chromium, type CDPSession, type Page } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { servePaySandbox } from '../../src/sandbox/servePaySandbox.ts';
import { previewWithPackage } from '../previewWithPackage.ts';

interface OpenPage {
  page: Page;
  devTools: CDPSession;
  close: () => Promise<void>;
}

/** The page of this folder, built with the published files and the production build of React, in Chromium. */
export async function openBenchmarkPage(): Promise<OpenPage> {
  const app = await previewWithPackage({
    root: import.meta.dirname,
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
