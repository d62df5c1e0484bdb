import { expect, test } from '@playwright/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';

async function cancel(page, transactionId) {
  await page.goto(`/?transaction=${transactionId}`);
  await page.getByRole('button', { name: 'Cancel payment' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel payment' }).click();
}

test('a payment is canceled', async ({ page }) => {
  await cancel(page, sandboxTransactions.open);
  await expect(page.getByText(`Canceled: ${sandboxTransactions.open}`)).toBeVisible();
});

test('nothing is claimed when the connection is lost', async ({ page }) => {
  await cancel(page, sandboxTransactions['network-error']);
  const alert = page.getByRole('alertdialog').getByRole('alert');
  await expect(alert).toContainText('safe to try again', { timeout: 10_000 }); // after the retries
  await expect(page.getByText('Reserved')).toBeVisible();
});
