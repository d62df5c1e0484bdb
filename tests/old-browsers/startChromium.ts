import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright';
import type { Inspection } from './inspect.ts';
import { centerOf, type OldBrowser } from './OldBrowser.ts';

/** Unpacks the browser inside of its package. */
function unpack(name: string): string {
  const folder = join(import.meta.dirname, 'node_modules', name, 'bin');
  const path = join(folder, 'chromium');
  if (!existsSync(join(folder, 'chromium.br'))) {
    throw new Error(`${name} is not installed. Run \`npm run test:old-browsers\`, which installs it.`);
  }
  if (!existsSync(path)) {
    const unfinished = join(mkdtempSync(join(folder, 'unpacking-')), 'chromium');
    writeFileSync(unfinished, brotliDecompressSync(readFileSync(join(folder, 'chromium.br'))));
    chmodSync(unfinished, 0o755);
    renameSync(unfinished, path);
  }
  return path;
}

/** Starts the Chromium of a package of `tests/old-browsers/package.json`. */
export async function startChromium(name: string): Promise<OldBrowser> {
  const browser = await chromium.launch({
    executablePath: unpack(name),
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--single-process', '--font-render-hinting=none'],
  });
  // No locators: Playwright's need newer browsers.
  const page = await browser.newPage();
  return {
    resize: (width, height) => page.setViewportSize({ width, height }),
    async open(url) {
      await page.goto(url);
      await page.mouse.move(0, 0);
    },
    inspect: () => page.evaluate<Inspection | undefined>('inspect()'),
    async press(selector) {
      const { x, y } = await page.evaluate<{ x: number; y: number }>(centerOf(selector));
      await page.mouse.move(x, y);
      await page.mouse.down();
    },
    release: () => page.mouse.up(),
    tab: () => page.keyboard.press('Tab'),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}
