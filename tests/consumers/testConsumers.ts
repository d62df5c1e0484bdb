import type { Page } from 'playwright';
import { beforeAll, describe, expect, test } from 'vitest';
import { de, en } from '../../src/locales.ts';
import type { Consumer } from './Consumer.ts';
import { startConsumer, startDevelopment, versionsOf, type RunningConsumer } from './startConsumer.ts';
import { visit, type Drive } from './visit.ts';

/** A string of Radix's alert dialog that it uses when its module runs, and that minifiers keep. */
export const radix = /(["'`])AlertDialog\1/;

/** A string that occurs once in each copy of React, and of the two packages of TanStack Query. */
const marks = [
  'The argument must be a React element, but you passed',
  'No mutationFn found',
  'No QueryClient set, use QueryClientProvider to set one',
];

export const countCopies = (code: string): number[] => marks.map((mark) => code.split(mark).length - 1);

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

/**
 * Builds the app of each consumer, and tests it in Chromium.
 *
 * @param testMore defines further tests of a consumer
 */
export function testConsumers(
  consumers: readonly Consumer[],
  testMore: (consumer: Consumer, getUrl: () => string) => void = () => {},
): void {
  describe.each(consumers.map((consumer) => [consumer.title, versionsOf(consumer), consumer] as const))(
    '%s: %s',
    (_title, _versions, consumer) => {
      let app: RunningConsumer;

      beforeAll(async () => {
        app = await startConsumer(consumer);
        return app.close;
      });

      const visitCheckout = (locale: string, drive: Drive) => visit(app.url + (consumer.path ?? ''), locale, drive);

      const languages = [
        ['English', en],
        ['German', de],
      ] as const;

      test('builds without a warning', () => {
        expect(app.output).not.toMatch(/\bwarn|react-cancel-preauth/i);
      });

      test.concurrent('loads nothing of Radix at first', () =>
        visitCheckout('en', async ({ page, readScripts }) => {
          const isLoaded = (await readScripts()).some((code) => radix.test(code));
          expect({ isLoaded, hasRun: await hasRun(page, radix) }).toEqual({
            isLoaded: consumer.hasOneFile ?? false,
            hasRun: false,
          });
          await page.coverage.startJSCoverage();
          await openDialog(page, 'open');
          expect(await hasRun(page, radix)).toBe(true);
        }),
      );

      test.concurrent('has one copy of React and of TanStack Query', () =>
        visitCheckout('en', async ({ page, readScripts }) => {
          await openDialog(page, 'open');
          expect(countCopies((await readScripts()).join('\n'))).toEqual([1, 1, 1]);
        }),
      );

      test.concurrent.each(languages)(
        'cancels a payment, and says which one can no longer be canceled, in %s',
        (_language, messages) =>
          visitCheckout(messages.locale, async ({ page }) => {
            const dialog = page.getByRole('alertdialog');
            const confirm = dialog.getByRole('button', { name: messages.confirm, exact: true });
            await openDialog(page, 'forbidden');
            await confirm.click();
            await dialog.getByRole('alert').getByText(messages.errors.forbidden).waitFor();
            await dialog.getByRole('button', { name: messages.close, exact: true }).click();
            await openDialog(page, 'open');
            await confirm.click();
            await dialog.waitFor({ state: 'detached' });
            expect(await page.locator('button.open').textContent()).toBe(messages.canceled);
          }),
      );

      testMore(consumer, () => app.url);

      test.runIf(consumer.development)('hydrates without a warning in development', { timeout: 240_000 }, async () => {
        const server = await startDevelopment(consumer, app);
        try {
          await visit(server.url + (consumer.path ?? ''), 'de', ({ page }) => openDialog(page, 'open'));
        } finally {
          await server.close();
        }
      });

      test.runIf(consumer.server).each(languages)('has its button in the HTML, in %s', async (_language, messages) => {
        const headers = { 'Accept-Language': `${messages.locale}-AT, ${messages.locale};q=0.9, it;q=0.8` };
        const response = await fetch(app.url + (consumer.path ?? ''), { headers });
        const [, label] = /<button[^>]* class="[^"]*open"[^>]*>([^<]*)</.exec(await response.text()) ?? [];
        expect(label).toBe(messages.trigger);
      });
    },
  );
}
