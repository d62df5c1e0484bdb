// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { createElement as h } from 'react';
import { renderToString } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { CancelPayment, CancelPaymentButton, createPayClient, PayProvider } from '../../src/index.ts';
import { en } from '../../src/locales.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import { servePaySandbox } from '../../src/sandbox/servePaySandbox.ts';
import { serveStrictPage } from '../support/serveStrictPage.ts';

declare global {
  interface Window {
    /** What the page itself has seen violated, as `directive blocked-uri`. */
    violations: string[];
    /** Not in TypeScript's DOM library yet. */
    trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
  }
}

let api: Awaited<ReturnType<typeof servePaySandbox>>;
let server: Awaited<ReturnType<typeof serveStrictPage>>;
let browser: Browser;

/** As strict as a page's policy can be: `default-src 'none'`, and back only what canceling a payment takes. */
const policy = (nonce: string) => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}'`,
  `style-src 'nonce-${nonce}'`,
  `connect-src ${api.url}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

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
  /** A glob of files that cannot be had, until `page.unrouteAll()`. */
  missing?: string;
  /** What is to be violated, as `directive blocked-uri`; default nothing. */
  violations?: string[];
}

/** Visits the page, and expects its own events, the browser's reports and the console to name `violations`, and no others. */
async function visit(drive: (page: Page) => Promise<void>, visited: Visit = {}) {
  const { outcome = 'open', search = '', missing, violations = [], ...options } = visited;
  const context = await browser.newContext({ viewport: { width: 800, height: 600 }, ...options });
  context.setDefaultTimeout(5000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    // Chromium itself reports a failed request; each one was asked for.
    const isOwn = !message.text().startsWith('Failed to load resource');
    if (isOwn && ['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  if (missing) await page.route(missing, (route) => route.abort());
  server.reports.length = 0;
  await page.goto(`${server.url}/?transaction=${sandboxTransactions[outcome]}&api=${api.url}/pay/2024-4${search}`);
  await drive(page);

  // One on purpose: whoever hears of it would have heard of any other.
  await page.evaluate(() => {
    new Image().src = '/last';
  });
  const all = [...violations, `img-src ${server.url}/last`];
  await expect.poll(() => server.reports.toSorted(), { message: 'reports' }).toEqual(all.toSorted());
  expect(await page.evaluate(() => window.violations), 'events').toEqual(all);
  expect(problems, 'console').toEqual(all.map(() => expect.stringMatching(/The action has been blocked\.$/)));
  await context.close();
}

const trigger = (page: Page) => page.getByRole('button', { name: en.trigger });
const dialogOf = (page: Page) => page.getByRole('alertdialog', { name: en.title });
const button = (page: Page, name: string) => page.getByRole('alertdialog').getByRole('button', { name });
const overflow = (page: Page) => page.evaluate(() => getComputedStyle(document.body).overflow);

async function open(page: Page): Promise<void> {
  await trigger(page).click();
  await dialogOf(page).waitFor();
}

async function expectCanceled(page: Page): Promise<void> {
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: en.canceled }).waitFor();
  const announced = page.getByRole('status').filter({ hasText: en.canceled });
  // Set through the CSSOM, as everything on style attributes must be.
  expect(await announced.evaluate((region) => getComputedStyle(region).clipPath)).toBe('inset(50%)');
  expect(await overflow(page)).toBe('visible');
  expect(await page.evaluate(() => document.body.style.cssText)).toBe('');
}

test.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(27, 30, 38)'],
] as const)('the %s dialog comes in with its look and locks the page, until Keep is chosen', (colorScheme, surface) =>
  visit(
    async (page) => {
      const entered = page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('animationend', (event) => resolve(event.animationName), { once: true });
          }),
      );
      await open(page);
      expect(await entered).toBe('cancel-payment-enter');
      const look = await dialogOf(page).evaluate((dialog) => {
        const { backgroundColor, position } = getComputedStyle(dialog);
        return { backgroundColor, position };
      });
      expect(look).toEqual({ backgroundColor: surface, position: 'fixed' });
      expect(await overflow(page)).toBe('hidden');

      await button(page, en.keep).click();
      await dialogOf(page).waitFor({ state: 'detached' });
      expect(await overflow(page)).toBe('visible');
    },
    { colorScheme },
  ),
);

test('a payment is canceled', () =>
  visit(async (page) => {
    await open(page);
    await button(page, en.confirm).click();
    await button(page, en.pending).waitFor();
    await expectCanceled(page);
    // Vite preloads what the dialog's chunk imports, by links that need the nonce as well.
    expect(await page.locator('link[rel=modulepreload][href*=radix]').count()).toBe(1);
  }));

test('a final error is shown with its reference', () =>
  visit(
    async (page) => {
      await open(page);
      await button(page, en.confirm).click();
      const alert = dialogOf(page).getByRole('alert');
      await alert.getByText(en.errors.forbidden).waitFor();
      await alert.getByText(en.reference('5a4db0c0-')).waitFor();
      await button(page, en.close).click();
      await dialogOf(page).waitFor({ state: 'detached' });
    },
    { outcome: 'forbidden' },
  ));

test('a payment is canceled once the network is back', () =>
  visit(async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await button(page, en.confirm).click();
    await dialogOf(page).getByText(en.errors['network-error']).waitFor();
    await page.context().setOffline(false);
    await button(page, en.retry).click();
    await expectCanceled(page);
  }));

test('a payment is canceled after signing in', () =>
  visit(
    async (page) => {
      await open(page);
      await button(page, en.confirm).click();
      await button(page, en.signIn).click();
      await button(page, en.retry).click();
      await expectCanceled(page);
    },
    { outcome: 'unauthorized' },
  ));

test('a dialog that could not be loaded opens on the next click', () =>
  visit(
    async (page) => {
      await trigger(page).click();
      await page.getByRole('alert').filter({ hasText: en.loadFailed }).waitFor();
      await page.unrouteAll();
      await open(page);
      expect(await overflow(page)).toBe('hidden');
    },
    { missing: '**/CancelPaymentDialog-*' },
  ));

test('without a nonce only the scroll lock’s style is blocked, and the payment is canceled all the same', () =>
  visit(
    async (page) => {
      await open(page);
      expect(await overflow(page)).toBe('visible');
      await page.mouse.move(50, 50);
      await page.mouse.wheel(0, 300);
      await button(page, en.confirm).click();
      await button(page, en.pending).waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(0); // the wheel is held back without it
      await expectCanceled(page);
      await page.mouse.wheel(0, 300);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    },
    { search: '&without-nonce', violations: ['style-src-elem inline'] },
  ));

test('each kind of violation would be noticed', () =>
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
        document.body.innerHTML = '<b>Nobody has vouched for this</b>';
      });
      await expect(html).rejects.toThrow("requires 'TrustedHTML' assignment");
      const vouching = page.evaluate(() => void window.trustedTypes.createPolicy('any', {}));
      await expect(vouching).rejects.toThrow('Policy "any" disallowed');
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

test('what a server renders has no style attribute', () => {
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
