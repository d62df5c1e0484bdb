// @vitest-environment node
import { expect, test } from 'vitest';
import { de, en } from '../../src/locales.ts';
import { sandboxTransactions } from '../../src/sandbox/createPaySandbox.ts';
import { frameworks } from './frameworks.ts';
import { testConsumers } from './testConsumers.ts';
import { visit } from './visit.ts';

testConsumers(frameworks, (consumer, getUrl) => {
  if (consumer.example !== 'next') return;

  test.concurrent.each([
    ['English', en, 'Reservation released'],
    ['German', de, 'Reservierung freigegeben'],
  ])('the example signs in, and cancels through its proxy, in %s', (_language, messages, released) =>
    visit(getUrl(), messages.locale, async ({ page }) => {
      const dialog = page.getByRole('alertdialog');
      const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
      expect(await page.locator('html').getAttribute('lang')).toBe(messages.locale);
      await page.getByRole('button', { name: messages.trigger, exact: true }).click();
      await press(messages.confirm);
      await press(messages.signIn);
      await press(messages.retry);
      await page.locator('main button').getByText(messages.canceled, { exact: true }).waitFor();
      expect(await page.locator('.state').textContent()).toBe(released);
      expect(await page.evaluate(() => document.cookie)).toBe(''); // scripts see neither the session nor the token
    }),
  );

  test('a server action cancels with the session of the user, and returns the code of an error', () =>
    visit(`${getUrl()}/server`, 'en', async ({ page }) => {
      const expectOutcome = async (button: string, outcome: string) => {
        await page.getByRole('button', { name: button }).click();
        await page.locator('output').getByText(outcome, { exact: true }).waitFor();
      };
      await expectOutcome('open', 'unauthorized');
      await expectOutcome('Sign in', 'signed in');
      await expectOutcome('open', 'canceled');
      await expectOutcome('forbidden', 'forbidden');
    }));

  test.each([
    ['open', 'canceled'],
    ['forbidden', 'forbidden'],
  ] as const)('a route handler cancels: %s ends in %s', async (name, outcome) => {
    const response = await fetch(`${getUrl()}/server/${sandboxTransactions[name]}`, { method: 'POST' });
    expect(await response.json()).toEqual({ outcome });
  });

  test('the sandbox is a route handler', async () => {
    const response = await fetch(`${getUrl()}/sandbox/transactions/${sandboxTransactions.open}/cancel`, {
      method: 'POST',
      headers: { Accept: 'application/vnd.api+json' },
    });
    expect(response.status).toBe(204);
  });
});
