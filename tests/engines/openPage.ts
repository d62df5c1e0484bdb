import { chromium, type BrowserType } from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { firefoxPath } from '../../scripts/engines.js';
import type { EnginePage } from './EnginePage.ts';
import { openWebKit } from './openWebKit.ts';

const viewport = { width: 800, height: 600 };

async function openPlaywright(type: BrowserType, options: Parameters<BrowserType['launch']>[0]): Promise<EnginePage> {
  const browser = await type.launch(options);
  const page = await browser.newPage({ viewport });
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    // As text, because Playwright passes only one argument.
    run: (script, ...args) => page.evaluate(`(${String(script)})(...${JSON.stringify(args)})`),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    moveBehind: () => Promise.reject(new Error('Playwright’s pages are always in front.')),
    close: () => browser.close(),
  };
}

/** Playwright 1.65 asks Firefox ESR for a command that it does not have. */
async function openFirefox(): Promise<EnginePage> {
  const path = new URL('node_modules/playwright/index.mjs', import.meta.url).href;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- another version of the same package
  const { firefox } = (await import(/* @vite-ignore */ path)) as { firefox: BrowserType };
  return openPlaywright(firefox, { channel: 'moz-firefox', executablePath: firefoxPath });
}

/** Opens a page in the engine that the project of the test is for. */
export async function openPage(): Promise<EnginePage> {
  const engine = inject('engine');
  if (engine === 'webkit') return openWebKit(inject('webKitDriverPort'));
  if (engine === 'firefox') return openFirefox();
  const found = await findChromium();
  return openPlaywright(chromium, { ...(found && { executablePath: found.path }), args: chromiumArgs });
}
