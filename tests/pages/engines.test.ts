// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { servePaySandbox } from '../../src/sandbox/servePaySandbox.ts';
import { startCheckout } from '../../scripts/startCheckout.js';
import { en } from '../../src/locales.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import type { EnginePage } from '../engines/EnginePage.ts';
import { openPage } from '../engines/openPage.ts';
import { clickButton, getFocused, getTitle, waitForButton } from '../engines/pageActions.ts';
import { serveStrictPage, strictPolicy } from '../support/serveStrictPage.ts';

let page: EnginePage;
let checkout: Awaited<ReturnType<typeof startCheckout>>;

beforeAll(async () => {
  [page, checkout] = await Promise.all([openPage(), startCheckout()]);
});

afterAll(async () => {
  await Promise.all([page.close(), checkout.stop()]);
});

async function waitForTitle(title: string): Promise<void> {
  await expect.poll(() => getTitle(page), { timeout: 10_000 }).toBe(title);
}

async function waitForFocus(label: string): Promise<void> {
  await expect.poll(() => getFocused(page), { timeout: 10_000 }).toBe(label);
}

async function pressTabTo(label: string): Promise<void> {
  await waitForButton(page, label);
  for (let presses = 0; presses < 40 && (await getFocused(page)) !== label; presses++) await page.press('Tab');
  expect(await getFocused(page)).toBe(label);
}

/** The announcements of the page. */
const getStatus = () =>
  page.run(() => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join(' '));

async function waitForSuccess(): Promise<void> {
  await waitForTitle('');
  await expect.poll(getStatus, { timeout: 10_000 }).toContain(en.canceled);
}

describe('in the example checkout', () => {
  const visit = (outcome: string) => page.goto(`${checkout.url}/?outcome=${outcome}&lang=en`);

  test('a payment is canceled with the mouse', async () => {
    await visit('open');
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
    await waitForFocus(en.keep);
    await clickButton(page, en.confirm);
    await waitForSuccess();
  });

  test('a payment is canceled with the keyboard, and focus is not lost', async () => {
    await visit('open');
    await pressTabTo(en.trigger);
    await page.press('Enter');
    await waitForTitle(en.title);
    await waitForFocus(en.keep);
    await page.press('Tab');
    await page.press('Enter');
    await waitForSuccess();
    expect(await getFocused(page)).not.toBe('<body>');
  });

  test('Escape keeps the payment, and returns focus to the button', async () => {
    await visit('open');
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
    await page.press('Escape');
    await waitForTitle('');
    await waitForFocus(en.trigger);
  });

  test('after signing in again, the same payment can be canceled', async () => {
    await visit('unauthorized');
    await clickButton(page, en.trigger);
    await waitForTitle(en.title); // the two buttons have the same label
    await clickButton(page, en.confirm);
    await waitForTitle(en.titleActionRequired);
    await clickButton(page, en.signIn);
    await clickButton(page, en.retry);
    await waitForSuccess();
  });

  test.each([
    ['forbidden', en.titleFinal],
    ['network-error', en.titleNotConfirmed],
  ])('the outcome %s has its title', async (outcome, title) => {
    await visit(outcome);
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
    await clickButton(page, en.confirm);
    await waitForTitle(title);
  });
});

describe('under a strict policy', () => {
  let api: Awaited<ReturnType<typeof servePaySandbox>>;
  let server: Awaited<ReturnType<typeof serveStrictPage>>;

  beforeAll(async () => {
    api = await servePaySandbox({ latency: 150 });
    server = await serveStrictPage(fileURLToPath(new URL('csp', import.meta.url)), (nonce) =>
      strictPolicy(nonce, api.url),
    );
  });

  afterAll(async () => {
    await Promise.all([server.close(), api.close()]);
  });

  const getStyles = () =>
    page.run(() => {
      const dialog = document.querySelector('[role="alertdialog"]');
      return [dialog && getComputedStyle(dialog).position, getComputedStyle(document.body).overflow];
    });

  test.each(['open', 'unauthorized'] as const)(
    'the dialog is styled, locks scrolling, and cancels without a violation: %s',
    async (outcome) => {
      server.reports.length = 0;
      await page.goto(`${server.url}/?transaction=${sandboxTransactions[outcome]}&api=${api.url}/pay/2024-4`);
      await clickButton(page, en.trigger);
      await waitForTitle(en.title);
      expect(await getStyles()).toEqual(['fixed', 'hidden']);
      await clickButton(page, en.confirm);
      if (outcome === 'unauthorized') {
        await clickButton(page, en.signIn);
        await clickButton(page, en.retry);
      }
      await waitForSuccess();
      expect(await getStyles()).toEqual([null, 'visible']);

      // A deliberate violation. Once it has been reported, so have all earlier ones.
      await page.run(() => {
        new Image().src = '/last';
      });
      const all = [`img-src ${server.url}/last`];
      const withoutIcon = (violations: string[]) =>
        violations.filter((violation) => !violation.endsWith('/favicon.ico'));
      await expect.poll(() => withoutIcon(server.reports), { timeout: 10_000 }).toEqual(all);
      expect(withoutIcon(await page.run(() => window.violations))).toEqual(all);
    },
  );
});

// The last test, because the window does not come back.
test.skipIf(inject('engine') !== 'webkit')(
  'focus returns to the button while the window is not in front, where :focus matches nothing in WebKit',
  async () => {
    await page.goto(`${checkout.url}/?outcome=open&lang=en`);
    await waitForButton(page, en.trigger);
    await page.moveBehind();
    await expect.poll(() => page.run(() => document.hasFocus())).toBe(false);
    const press = (label: string) =>
      page.run((name) => {
        const buttons = [...document.querySelectorAll('button')].filter(({ textContent }) => textContent === name);
        buttons.at(-1)?.focus();
        buttons.at(-1)?.click();
      }, label);
    await press(en.trigger);
    await waitForTitle(en.title);
    await waitForFocus(en.keep);
    expect(await page.run(() => document.querySelectorAll(':focus').length)).toBe(0);
    await press(en.keep);
    await waitForTitle('');
    await waitForFocus(en.trigger);
  },
);
