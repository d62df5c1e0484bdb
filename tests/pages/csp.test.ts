// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { CancelPaymentButton, createPayClient, PayProvider } from '../../src/index.ts';
import * as CancelPayment from '../../src/parts.ts';
import { en } from '../../src/locales.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import { servePaySandbox } from '../../src/sandbox/servePaySandbox.ts';
import { collectProblems } from '../support/collectProblems.ts';
import { serveStrictPage, strictPolicy } from '../support/serveStrictPage.ts';

declare global {
  interface Window {
    /** The violations observed by the page, as `directive blocked-uri`. */
    violations: string[];
    /** Not in TypeScript's DOM types yet. */
    trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
  }
}

let api: Awaited<ReturnType<typeof servePaySandbox>>;
let server: Awaited<ReturnType<typeof serveStrictPage>>;
let browser: Browser;

const policy = (nonce: string) => strictPolicy(nonce, api.url);

beforeAll(async () => {
  const found = await findChromium();
  api = await servePaySandbox({ latency: 150 });
  [server, browser] = await Promise.all([
    serveStrictPage(fileURLToPath(new URL('csp', import.meta.url)), policy),
    chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs }),
  ]);
});

afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), api.close()]);
});

interface Visit extends BrowserContextOptions {
  outcome?: keyof typeof sandboxTransactions;
  /** Added to the page's query. */
  search?: string;
  /** A glob of files that fail to load, until `page.unrouteAll()`. */
  missing?: string;
  /** The expected violations, as `directive blocked-uri`. Default: none. */
  violations?: string[];
}

/** Visits the page, and expects its events, the browser's reports and the console to contain exactly `violations`. */
async function visit(drive: (page: Page) => Promise<void>, visited: Visit = {}) {
  const { outcome = 'open', search = '', missing, violations = [], ...options } = visited;
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, ...options });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const problems = collectProblems(page);
  if (missing) await page.route(missing, (route) => route.abort());
  server.reports.length = 0;
  await page.goto(`${server.url}/?transaction=${sandboxTransactions[outcome]}&api=${api.url}/pay/2024-4${search}`);
  await drive(page);

  // A deliberate violation. Once it has been reported, so have all earlier ones.
  await page.evaluate(() => {
    new Image().src = '/last';
  });
  const all = [...violations, `img-src ${server.url}/last`];
  await expect.poll(() => server.reports.toSorted(), { message: 'reports' }).toEqual(all.toSorted());
  expect(await page.evaluate(() => window.violations), 'events').toEqual(all);
  expect(problems, 'console').toEqual(all.map(() => expect.stringMatching(/The action has been blocked\.$/)));
  await context.close();
}

const getTrigger = (page: Page) => page.getByRole('button', { name: en.trigger });
const getDialog = (page: Page, name?: string) => page.getByRole('alertdialog', name === undefined ? {} : { name });
const getDialogButton = (page: Page, name: string) => page.getByRole('alertdialog').getByRole('button', { name });
const getOverflow = (page: Page) => page.evaluate(() => getComputedStyle(document.body).overflow);

async function open(page: Page): Promise<void> {
  await getTrigger(page).click();
  await getDialog(page, en.title).waitFor();
}

async function expectCanceled(page: Page): Promise<void> {
  await getDialog(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: en.canceled }).waitFor();
  const announced = page.getByRole('status').filter({ hasText: en.canceled });
  // Styled through the CSSOM, because style attributes are blocked.
  expect(await announced.evaluate((region) => getComputedStyle(region).clipPath)).toBe('inset(50%)');
  expect(await getOverflow(page)).toBe('visible');
  expect(await page.evaluate(() => document.body.style.cssText)).toBe('');
}

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(27, 30, 38)'],
] as const)(
  'the %s dialog is animated and styled, and locks scrolling until the user chooses Keep',
  (colorScheme, surface) =>
    visit(
      async (page) => {
        const entered = page.evaluate(
          () =>
            new Promise((resolve) => {
              addEventListener('animationend', (event) => resolve(event.animationName), { once: true, capture: true });
            }),
        );
        await open(page);
        expect(await entered).toBe('cancel-payment-enter');
        const styles = await getDialog(page).evaluate((dialog) => {
          const { backgroundColor, position } = getComputedStyle(dialog);
          return { backgroundColor, position };
        });
        expect(styles).toEqual({ backgroundColor: surface, position: 'fixed' });
        expect(await getOverflow(page)).toBe('hidden');

        await getDialogButton(page, en.keep).click();
        await getDialog(page).waitFor({ state: 'detached' });
        expect(await getOverflow(page)).toBe('visible');
      },
      { colorScheme },
    ),
);

test('a payment is canceled', () =>
  visit(async (page) => {
    await open(page);
    await getDialogButton(page, en.confirm).click();
    await getDialogButton(page, en.pending).waitFor();
    await expectCanceled(page);
    // Vite preloads the imports of the dialog's chunk with links that also need the nonce.
    expect(await page.locator('link[rel=modulepreload][href*=radix]').count()).toBe(1);
  }));

test('a final error is shown with its reference', () =>
  visit(
    async (page) => {
      await open(page);
      await getDialogButton(page, en.confirm).click();
      const alert = getDialog(page, en.titleFinal).getByRole('alert');
      await alert.getByText(en.errors.forbidden).waitFor();
      await alert.getByText(en.reference.replace('{id}', '5a4db0c0-')).waitFor();
      await getDialogButton(page, en.close).click();
      await getDialog(page).waitFor({ state: 'detached' });
    },
    { outcome: 'forbidden' },
  ));

test('a payment is canceled once the network is back', () =>
  visit(async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await getDialogButton(page, en.confirm).click();
    await getDialog(page, en.titleNotConfirmed).getByText(en.errors['network-error']).waitFor();
    await page.context().setOffline(false);
    await getDialogButton(page, en.retry).click();
    await expectCanceled(page);
  }));

test('a payment is canceled after signing in', () =>
  visit(
    async (page) => {
      await open(page);
      await getDialogButton(page, en.confirm).click();
      await getDialogButton(page, en.signIn).click();
      await getDialogButton(page, en.retry).click();
      await expectCanceled(page);
    },
    { outcome: 'unauthorized' },
  ));

test('a dialog that failed to load opens on the next click', () =>
  visit(
    async (page) => {
      await getTrigger(page).click();
      await page.getByRole('alert').filter({ hasText: en.loadFailed }).waitFor();
      await page.unrouteAll();
      await open(page);
      expect(await getOverflow(page)).toBe('hidden');
    },
    { missing: '**/CancelPaymentDialog-*' },
  ));

test('without a nonce only the style of the scroll lock is blocked, and the payment can be canceled', () =>
  visit(
    async (page) => {
      await open(page);
      expect(await getOverflow(page)).toBe('visible');
      await page.mouse.move(50, 50);
      await page.mouse.wheel(0, 300);
      await getDialogButton(page, en.confirm).click();
      await getDialogButton(page, en.pending).waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0); // scrolling with the wheel is still prevented
      await expectCanceled(page);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    },
    { search: '&without-nonce', violations: ['style-src-elem inline'] },
  ));

test('each kind of violation is detected', () =>
  visit(
    async (page) => {
      await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
      await page.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.head.append(style);
      });
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
      const html = page.evaluate(() => {
        document.body.innerHTML = '<b>Not trusted</b>';
      });
      await expect(html).rejects.toThrow("requires 'TrustedHTML' assignment");
      const policyCreation = page.evaluate(() => void window.trustedTypes.createPolicy('any', {}));
      await expect(policyCreation).rejects.toThrow('Policy "any" disallowed');
    },
    {
      violations: [
        'style-src-attr inline',
        'style-src-elem inline',
        'require-trusted-types-for trusted-types-sink',
        'trusted-types trusted-types-policy',
      ],
    },
  ));

test('server-rendered HTML has no style attributes', () => {
  const { Root, Trigger, Portal, Overlay, Content, Keep } = CancelPayment;
  const opened = { transactionId: 't1', defaultOpen: true };
  const dialog = h(Portal, null, h(Overlay), h(Content, null, h(Keep)));
  const html = renderToString(
    h(
      QueryClientProvider,
      { client: new QueryClient() },
      h(
        PayProvider,
        { client: createPayClient({ baseUrl: '/pay' }), nonce: 'n' },
        h(CancelPaymentButton, opened),
        h(Root, opened, h(Trigger), dialog),
      ),
    ),
  );
  expect(html.match(/<button/g)).toHaveLength(2);
  expect(html).not.toMatch(/ style=|<style/);
});
