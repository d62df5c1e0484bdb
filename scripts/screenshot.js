// Makes the README's pictures: the dialog over the example checkout, on a phone, in light and dark.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from './chromium.js';
import { startCheckout } from './startCheckout.js';

const found = await findChromium();
if (!found) throw new Error('No Chromium found; `node scripts/ensureChromium.js` says what to do.');
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
    await page.getByRole('button', { name: 'Cancel payment' }).click();
    await page.getByRole('alertdialog').waitFor();
    const path = fileURLToPath(new URL(`../docs/dialog-${theme}.png`, import.meta.url));
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
} finally {
  await browser.close();
  await checkout.stop();
}
