// @vitest-environment node
import { beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../src/locales.ts';
import { startConsumer, type RunningConsumer } from './startConsumer.ts';
import { visit } from './visit.ts';

// The example for Next.js is tested with the frameworks.
describe('the example for Vite', () => {
  let app: RunningConsumer;
  beforeAll(async () => {
    app = await startConsumer({ title: 'Vite example', example: 'vite', packages: [], build: 'tsc && vite build' });
    return app.close;
  });

  test('builds without a warning', () => expect(app.output).not.toMatch(/\bwarn|react-cancel-preauth/i));

  test('cancels a payment', () =>
    visit(app.url, 'en', async ({ page }) => {
      await page.getByRole('button', { name: en.trigger, exact: true }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: en.confirm, exact: true }).click();
      await page.getByRole('heading', { name: 'Reservation released' }).waitFor();
      expect(await page.locator('main button').textContent()).toBe(en.canceled);
    }));
});
