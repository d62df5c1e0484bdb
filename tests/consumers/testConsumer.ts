import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { de, en } from '../../src/locales.ts';
import { collectProblems } from '../support/collectProblems.ts';
import type { Consumer } from './Consumer.ts';
import { startConsumer, versionsOf, type RunningConsumer } from './startConsumer.ts';

/** A string of Radix's alert dialog that it uses when its module runs, and that minifiers keep. */
const radix = /(["'`])AlertDialog\1/;

/** A string that occurs once in each copy of a package. */
const copies = {
  'react': 'The argument must be a React element, but you passed',
  '@tanstack/query-core': 'No mutationFn found',
  '@tanstack/react-query': 'No QueryClient set, use QueryClientProvider to set one',
};

/** Whether code that matches has run. */
async function hasRun(page: Page, pattern: RegExp): Promise<boolean> {
  const scripts = await page.coverage.stopJSCoverage();
  return scripts.some(({ source = '', functions }) => {
    const position = source.search(pattern);
    const around = functions
      .flatMap(({ ranges }) => ranges)
      .filter(({ startOffset, endOffset }) => startOffset <= position && position < endOffset)
      .toSorted((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset));
    return (around[0]?.count ?? 0) > 0;
  });
}

async function openDialog(page: Page, payment: 'open' | 'forbidden'): Promise<void> {
  await page.locator(`button.${payment}`).click();
  await page.getByRole('alertdialog').waitFor();
}

/** Builds a consumer's app, and tests it in Chromium. */
export function testConsumer(consumer: Consumer): void {
  describe(consumer.title, () => {
    describe(versionsOf(consumer), () => {
      let app: RunningConsumer;
      let browser: Browser;

      beforeAll(async () => {
        app = await startConsumer(consumer);
        const found = await findChromium();
        browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
      }, 300_000);
      afterAll(async () => {
        await browser.close();
        await app.close();
      });

      interface Visit {
        page: Page;
        /** The code of each script that has been loaded. */
        readScripts: () => Promise<string[]>;
      }

      /** Opens the checkout in a language, and fails on console errors, console warnings and uncaught errors. */
      async function visit(locale: string, drive: (visited: Visit) => Promise<void>): Promise<void> {
        const context = await browser.newContext({ locale });
        context.setDefaultTimeout(10_000);
        const page = await context.newPage();
        const problems = collectProblems(page);
        const scripts: Promise<string>[] = [];
        page.on('response', (response) => {
          if (response.request().resourceType() === 'script') scripts.push(response.text());
        });
        try {
          await page.addInitScript(() => (window.requestIdleCallback = () => 0)); // which preloads the dialog
          await page.coverage.startJSCoverage();
          await page.goto(app.url);
          await page.locator('button.open').waitFor();
          await drive({ page, readScripts: () => Promise.all(scripts) });
          expect(problems).toEqual([]);
        } finally {
          await context.close();
        }
      }

      test('builds without a warning', () => {
        expect(app.output).not.toMatch(/\bwarn|react-cancel-preauth/i);
      });

      test('loads nothing of Radix at first', () =>
        visit('en', async ({ page, readScripts }) => {
          const isLoaded = (await readScripts()).some((code) => radix.test(code));
          expect({ isLoaded, hasRun: await hasRun(page, radix) }).toEqual({
            isLoaded: consumer.hasOneFile ?? false,
            hasRun: false,
          });
          await page.coverage.startJSCoverage();
          await openDialog(page, 'open');
          expect((await readScripts()).some((code) => radix.test(code))).toBe(true);
        }));

      test('has one copy of React and of TanStack Query', () =>
        visit('en', async ({ page, readScripts }) => {
          await openDialog(page, 'open');
          const code = (await readScripts()).join('\n');
          const counts = Object.entries(copies).map(([name, text]) => [name, code.split(text).length - 1]);
          expect(counts).toEqual(Object.keys(copies).map((name) => [name, 1]));
        }));

      test.each([en, de])('cancels a payment, and says which one cannot be canceled ($locale)', (messages) =>
        visit(messages.locale, async ({ page }) => {
          const dialog = page.getByRole('alertdialog');
          const confirm = dialog.getByRole('button', { name: messages.confirm, exact: true });
          await openDialog(page, 'forbidden');
          await confirm.click();
          await dialog.getByText(messages.errors.forbidden).waitFor();
          await dialog.getByRole('button', { name: messages.close, exact: true }).click();
          await openDialog(page, 'open');
          await confirm.click();
          await page.getByRole('button', { name: messages.canceled, exact: true }).waitFor();
        }),
      );
    });
  });
}
