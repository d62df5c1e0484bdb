import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import type { EnginePage } from './EnginePage.ts';
import { launchFirefox } from './launchFirefox.ts';
import { openWebKit } from './openWebKit.ts';

// Those of the Playwright that this folder resolves to.
export type { Browser, BrowserContext, CDPSession } from 'playwright';

export const viewport = { width: 800, height: 600 };

/** A page of Playwright, which tests use like that of any engine. */
export const toEnginePage = (page: Page, close: () => Promise<void>): EnginePage => ({
  goto: async (url) => void (await page.goto(url)),
  reload: async () => void (await page.reload()),
  // As text, because Playwright passes only one argument.
  run: (script, ...args) => page.evaluate(`(${String(script)})(...${JSON.stringify(args)})`),
  clickAt: (x, y) => page.mouse.click(x, y),
  press: (key) => page.keyboard.press(key),
  moveBehind: () => Promise.reject(new Error('Playwright’s pages are always in front.')),
  close,
});

async function openPlaywright(browser: Browser): Promise<EnginePage> {
  return toEnginePage(await browser.newPage({ viewport }), () => browser.close());
}

export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium();
  return chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs, ...options });
}

/** Opens a page in the engine that the project of the test is for. */
export async function openPage(): Promise<EnginePage> {
  const engine = inject('engine');
  if (engine === 'webkit') return openWebKit(inject('webKitDriverPort'));
  return openPlaywright(await (engine === 'firefox' ? launchFirefox() : launchChromium()));
}
