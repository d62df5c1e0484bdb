import { chromium, type Browser } from 'playwright';
import { inject } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import type { EnginePage } from './EnginePage.ts';
import { launchFirefox } from './launchFirefox.ts';
import { openWebKit } from './openWebKit.ts';

const viewport = { width: 800, height: 600 };

async function openPlaywright(browser: Browser): Promise<EnginePage> {
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

/** Opens a page in the engine that the project of the test is for. */
export async function openPage(): Promise<EnginePage> {
  const engine = inject('engine');
  if (engine === 'webkit') return openWebKit(inject('webKitDriverPort'));
  if (engine === 'firefox') return openPlaywright(await launchFirefox());
  const found = await findChromium();
  const options = { ...(found && { executablePath: found.path }), args: chromiumArgs };
  return openPlaywright(await chromium.launch(options));
}
