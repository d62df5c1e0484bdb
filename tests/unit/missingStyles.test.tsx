import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPayClient } from '../../src/client.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';

beforeEach(() => {
  vi.resetModules(); // it is reported once per page
});

afterEach(() => {
  vi.unstubAllEnvs();
  document.head.replaceChildren();
});

async function openDialog(): Promise<void> {
  const { CancelPaymentDialog } = await import('../../src/dialog.ts');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CancelPaymentDialog transactionId="t1" client={createPayClient()} open />
    </QueryClientProvider>,
  );
}

test('a dialog without its stylesheet says so in development, once', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  await openDialog();
  expect(takeConsoleOutput()).toEqual([expect.stringContaining("Import 'react-cancel-preauth/styles.css'")]);
  cleanup();
  await openDialog();
  expect(takeConsoleOutput()).toEqual([]);
});

test.each(['production', 'test'])('a dialog without its stylesheet is silent in %s', async (environment) => {
  vi.stubEnv('NODE_ENV', environment);
  await openDialog();
  expect(takeConsoleOutput()).toEqual([]);
});

test('a dialog with a stylesheet is silent', async () => {
  vi.stubEnv('NODE_ENV', 'development');
  document.head.append(Object.assign(document.createElement('style'), { textContent: 'div { position: fixed; }' }));
  await openDialog();
  expect(takeConsoleOutput()).toEqual([]);
});
