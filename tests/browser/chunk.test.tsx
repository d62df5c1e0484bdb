import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { CancelPaymentButton as Button } from '../../src/button/CancelPaymentButton.tsx';
import { createPayClient } from '../../src/client.ts';
import { inDialog, ways } from '../support/dialogQueries.ts';
import { listen } from '../support/listen.ts';
import { withResolvers } from '../support/withResolvers.ts';
import '../../src/styles.css';

const client = createPayClient({ baseUrl: 'https://pay.test' });
let CancelPaymentButton: typeof Button;
const onOpenChange = vi.fn();
let whenIdle = (): void => {};

/** What the dialog's module is asked for, as often as it is. While nothing can be had, each reason to ask asks again. */
const asked = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/src/dialog/CancelPaymentDialog.tsx'));
const setReception = (isThere: boolean) =>
  cdp().send('Network.setBlockedURLs', { urls: isThere ? [] : ['*/src/dialog/CancelPaymentDialog.tsx*'] });

beforeAll(async () => {
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    whenIdle = callback;
    return 1;
  });
  await cdp().send('Network.enable');
  await setReception(false);
  // Not from index.ts, which imports the dialog as well.
  ({ CancelPaymentButton } = await import('../../src/button/CancelPaymentButton.tsx'));
});

beforeEach(async () => {
  await userEvent.unhover(document.body); // an earlier test's pointer
  performance.clearResourceTimings();
  onOpenChange.mockClear();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <a href="#other">Receipt</a>
      <CancelPaymentButton transactionId="t1" client={client} onOpenChange={onOpenChange} />
    </QueryClientProvider>,
  );
});

const loadFailed = () => screen.findByText('This couldn’t be opened. Check your connection and tap again.');
const button = () => screen.getByRole('button', { name: 'Cancel payment' });
const settled = () => expect(CancelPaymentButton.preload()).rejects.toThrow('Failed to fetch');

describe('the dialog’s module is asked for', () => {
  test('when the page is idle, not with the button', async () => {
    expect(asked()).toEqual([]);
    whenIdle();
    await waitFor(() => expect(asked()).not.toEqual([]));
    await settled();
  });

  test('when a pointer comes near', async () => {
    await userEvent.hover(screen.getByRole('link', { name: 'Receipt' }));
    expect(asked()).toEqual([]);
    await userEvent.hover(button());
    await waitFor(() => expect(asked()).not.toEqual([]));
    await settled();
  });

  test('when focus comes', async () => {
    await userEvent.tab();
    expect(asked()).toEqual([]);
    await userEvent.tab();
    expect(button()).toHaveFocus();
    await waitFor(() => expect(asked()).not.toEqual([]));
    await settled();
  });

  test('by preload()', async () => {
    await settled();
    expect(asked()).not.toEqual([]);
  });
});

test('without reception, that is heard', async () => {
  const { heard } = await listen('');
  await userEvent.tab();
  await userEvent.tab();
  await heard();
  await userEvent.keyboard('{Enter}');
  await loadFailed();
  expect(await heard()).toContain('assertive: This couldn’t be opened. Check your connection and tap again.');
  await userEvent.keyboard('{Enter}'); // and once more
  await waitFor(async () => {
    expect(await heard()).toContain('assertive: This couldn’t be opened. Check your connection and tap again.');
  });
});

test.each(ways)('without reception it says so beside the button, and asks again, by %s', async (_, activate) => {
  await activate(button());
  expect(await loadFailed()).toHaveAttribute('lang', 'en');
  expect(button()).toHaveAttribute('aria-expanded', 'false');
  expect(button()).toHaveFocus();
  const times = asked().length;
  await activate(button());
  await waitFor(() => expect(asked().length).toBeGreaterThan(times));
  expect(await loadFailed()).toBeVisible();
  expect(button()).toHaveFocus();
});

describe('while the dialog’s module is slow', () => {
  let fail = (): void => {};

  beforeEach(async () => {
    const { promise, resolve } = withResolvers();
    fail = resolve;
    const hold = async ({ requestId }: { requestId: string }) => {
      await promise;
      await cdp().send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    };
    await setReception(true);
    await cdp().send('Fetch.enable', { patterns: [{ urlPattern: '*/src/dialog/CancelPaymentDialog.tsx*' }] });
    cdp().on('Fetch.requestPaused', hold);
    return async () => {
      fail();
      await settled();
      cdp().off('Fetch.requestPaused', hold);
      await cdp().send('Fetch.disable');
      await setReception(false);
    };
  });

  test.each(ways)('the button waits with focus, as wide as before, and asks once, by %s', async (_, activate) => {
    const { width, height } = button().getBoundingClientRect();
    await activate(button());
    await waitFor(() => expect(button()).toHaveAttribute('aria-busy', 'true'));
    await activate(button());
    expect(onOpenChange.mock.calls).toEqual([[true]]);
    expect(button()).toHaveAttribute('aria-expanded', 'false'); // nothing is open yet
    expect(button()).toHaveAttribute('data-state', 'closed');
    expect(button()).toHaveFocus();
    expect(getComputedStyle(button(), '::before').animationName).toBe('cancel-payment-spin');
    const busy = button().getBoundingClientRect();
    expect([busy.width, busy.height]).toEqual([width, height]);

    fail();
    expect(await loadFailed()).toBeVisible();
    expect(button()).not.toHaveAttribute('aria-busy');
    expect(button()).toHaveFocus();
  });
});

test('a file under that URL that is not the module is not taken for it', async () => {
  const answer = ({ requestId, request }: { requestId: string; request: { urlFragment?: string } }) =>
    request.urlFragment
      ? cdp().send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: 'Content-Type', value: 'text/javascript' }],
          body: btoa('export const modules = {}'),
        })
      : cdp().send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  await setReception(true);
  await cdp().send('Fetch.enable', { patterns: [{ urlPattern: '*/src/dialog/CancelPaymentDialog.tsx*' }] });
  cdp().on('Fetch.requestPaused', answer);
  await userEvent.click(button());
  expect(await loadFailed()).toBeVisible();
  await settled();
  cdp().off('Fetch.requestPaused', answer);
  await cdp().send('Fetch.disable');
  await setReception(false);
});

test('with reception again, the dialog opens, although Chromium remembers that its module failed', async () => {
  await userEvent.click(button());
  expect(await loadFailed()).toBeVisible();
  await setReception(true);
  await userEvent.click(button());
  const dialog = await screen.findByRole('alertdialog', { name: 'Cancel this payment?' });
  await waitFor(() => expect(dialog).toBeVisible());
  expect(screen.queryByText(/Check your connection/)).not.toBeInTheDocument();
  await userEvent.click(await inDialog('Keep payment'));
  await waitFor(() => expect(button()).toHaveFocus());

  await expect(CancelPaymentButton.preload()).resolves.toBeUndefined();
});
