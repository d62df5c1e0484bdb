// @vitest-environment node
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { startCheckout } from '../../scripts/startCheckout.js';
import { de, en } from '../../src/locales.ts';
import { collectProblems } from '../support/collectProblems.ts';

let checkout: Awaited<ReturnType<typeof startCheckout>>;
let browser: Browser;

beforeAll(async () => {
  const found = await findChromium();
  [checkout, browser] = await Promise.all([
    startCheckout(),
    chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs }),
  ]);
});

afterAll(async () => {
  await browser.close();
});

/** Visits the checkout on a phone, and fails on console errors and warnings. */
async function visit(search: string, drive: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, ...options });
  const page = await context.newPage();
  const problems = collectProblems(page);
  await page.goto(`${checkout.url}/${search}`);
  await drive(page);
  await context.close();
  expect(problems).toEqual([]);
}

const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };

describe.each([
  ['en', en],
  ['de', de],
])('in %s', (lang, messages) => {
  describe.each(['light', 'dark'])('and %s, an open payment is canceled', (theme) => {
    const search = `?outcome=open&lang=${lang}&theme=${theme}`;
    const canceled = (page: Page) => page.getByRole('status').filter({ hasText: messages.canceled }).first();

    test('with the keyboard', () =>
      visit(search, async (page) => {
        const trigger = page.getByRole('button', { name: messages.trigger });
        for (let presses = 0; presses < 30; presses++) {
          await page.keyboard.press('Tab');
          if (await trigger.evaluate((element) => element === document.activeElement)) break;
        }
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('alertdialog', { name: messages.title });
        await dialog.waitFor();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await canceled(page).waitFor({ state: 'attached' });
        await dialog.waitFor({ state: 'detached' });
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
      }));

    test('by touch', () =>
      visit(
        search,
        async (page) => {
          await page.getByRole('button', { name: messages.trigger }).tap();
          const dialog = page.getByRole('alertdialog', { name: messages.title });
          await dialog.getByRole('button', { name: messages.confirm }).tap();
          await canceled(page).waitFor({ state: 'attached' });
          await dialog.waitFor({ state: 'detached' });
        },
        phone,
      ));
  });
});

test.each([
  ['forbidden', en.errors.forbidden],
  ['not-found', en.errors['not-found']],
  ['missing-linked-identity', en.errors['missing-linked-identity']],
  ['unauthorized', en.errors.unauthorized],
  ['server-error', en.errors['server-error']],
  ['network-error', en.errors['network-error']],
])('the outcome %s shows its message', (outcome, message) =>
  visit(`?outcome=${outcome}`, async (page) => {
    await page.getByRole('button', { name: en.trigger }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: en.confirm }).click();
    await page.getByRole('alertdialog').getByText(message).waitFor();
  }),
);

test('a double tap on the button only opens the dialog, even if Confirm appears under the same finger', () =>
  visit(
    '',
    async (page) => {
      const box = await page.getByRole('button', { name: en.trigger }).boundingBox();
      if (!box) throw new Error('The button is not on the page.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.touchscreen.tap(x, y);
      const dialog = page.getByRole('alertdialog');
      await dialog.waitFor();
      await page.touchscreen.tap(x, y);
      const confirm = dialog.getByRole('button', { name: en.confirm });
      const under = await confirm.boundingBox();
      expect(under && y > under.y && y < under.y + under.height).toBe(true);
      await page.waitForTimeout(200);
      expect(await dialog.getAttribute('data-status')).toBe('idle');
      await confirm.tap(); // waits until it can be tapped
      await dialog.waitFor({ state: 'detached' });
    },
    { hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 }, reducedMotion: 'reduce' },
  ));

test('after signing in again, the same payment can be canceled', () =>
  visit('?outcome=unauthorized', async (page) => {
    await page.getByRole('button', { name: en.trigger }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: en.confirm }).click();
    await dialog.getByRole('button', { name: en.signIn }).click();
    await dialog.getByRole('button', { name: en.retry }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('status').filter({ hasText: en.canceled }).first().waitFor({ state: 'attached' });
  }));

test('npm start uses other ports if its ports are in use, says so, and stops on Ctrl-C', async () => {
  const second = await startCheckout();
  expect(second.url).not.toBe(checkout.url);
  expect(second.line).toContain('already in use: ');
  expect(await second.stop()).toBe(0);
  await expect(fetch(second.url)).rejects.toThrow('fetch failed');

  expect(await checkout.stop()).toBe(0);
  await expect(fetch(checkout.url)).rejects.toThrow('fetch failed');
});
