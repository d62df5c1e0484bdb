// Takes the README's screenshots: the dialog over the example checkout, on a phone, in light and dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.js';
import { startCheckout } from './startCheckout.js';

const found = await findChromium();
if (!found) throw new Error('No Chromium found; `node scripts/ensureChromium.js` says what to do.');

// The page's own is the system's, whatever that is here.
const inter = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
const font = `
  @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(inter, 'base64')}) }
  * { font-family: Inter !important }`;

const checkout = await startCheckout();
const browser = await chromium.launch({ executablePath: found.path, args: chromiumArgs });
try {
  for (const theme of ['light', 'dark']) {
    const page = await browser.newPage({
      viewport: { width: 390, height: 700 },
      deviceScaleFactor: 2,
      reducedMotion: 'reduce',
    });
    await page.goto(`${checkout.url}/?theme=${theme}`);
    await page.addStyleTag({ content: font });
    await page.evaluate(() => document.fonts.ready);
    await page.getByRole('button', { name: 'Cancel payment' }).click();
    await page.getByRole('alertdialog').waitFor();
    const path = fileURLToPath(new URL(`../docs/dialog-${theme}.png`, import.meta.url));
    await page.screenshot({ path, animations: 'disabled' });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
  await checkout.stop();
}
