import type { Browser, BrowserType } from 'playwright';
import { firefoxPath } from '../../scripts/engines.js';

/** With the Playwright of this folder: 1.65 asks Firefox ESR for a command that it does not have. */
export async function launchFirefox(): Promise<Browser> {
  const path = new URL('node_modules/playwright/index.mjs', import.meta.url).href;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- another version of the same package
  const { firefox } = (await import(/* @vite-ignore */ path)) as { firefox: BrowserType };
  return firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath });
}
