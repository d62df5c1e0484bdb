import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import type { CancelPaymentButton as Button } from '../../src/button/CancelPaymentButton.tsx';
import { createPayClient } from '../../src/client.ts';
import { en } from '../../src/locales.ts';
import { findDialog, findDialogButton, getTrigger } from '../support/dialogQueries.ts';
import { inputMethods } from '../support/gestures.ts';
import { isSupported, requires } from '../support/requires.ts';
import { startScreenReader } from '../support/startScreenReader.ts';
import { withResolvers } from '../support/withResolvers.ts';
import '../../src/styles.css';

const client = createPayClient({ baseUrl: 'https://pay.test' });
let CancelPaymentButton: typeof Button;
const onOpenChange = vi.fn();
let whenIdle = (): void => {};

/** All requests for the dialog's module. While the network is down, each trigger requests it again. */
const getModuleRequests = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.includes('/src/dialog/CancelPaymentDialog.tsx'));
const setOnline = (isOnline: boolean) =>
  cdp().send('Network.setBlockedURLs', { urls: isOnline ? [] : ['*/src/dialog/CancelPaymentDialog.tsx*'] });

// Requests are failed through the DevTools protocol. In all engines: `tests/pages/chunk.test.ts`.
beforeAll(async () => {
  if (!isSupported('devTools')) return;
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => {
    whenIdle = callback;
    return 1;
  });
  await cdp().send('Network.enable');
  await setOnline(false);
  // Not from index.ts, which imports the dialog as well.
  ({ CancelPaymentButton } = await import('../../src/button/CancelPaymentButton.tsx'));
});

beforeEach(async () => {
  requires('devTools');
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

const findLoadError = () =>
  screen.findByText(
    'This couldn’t be opened. Check your connection and tap again. If that doesn’t help, reload the page.',
  );
const waitForFailedLoad = () => expect(CancelPaymentButton.preload()).rejects.toThrow('Failed to fetch');

describe('the dialog’s module is requested', () => {
  test('when the page is idle, not when the button renders', async () => {
    expect(getModuleRequests()).toEqual([]);
    whenIdle();
    await waitFor(() => expect(getModuleRequests()).not.toEqual([]));
    await waitForFailedLoad();
  });

  test('when a pointer enters the button', async () => {
    await userEvent.hover(screen.getByRole('link', { name: 'Receipt' }));
    expect(getModuleRequests()).toEqual([]);
    await userEvent.hover(getTrigger());
    await waitFor(() => expect(getModuleRequests()).not.toEqual([]));
    await waitForFailedLoad();
  });

  test('when the button receives focus', async () => {
    await userEvent.tab();
    expect(getModuleRequests()).toEqual([]);
    await userEvent.tab();
    expect(getTrigger()).toHaveFocus();
    await waitFor(() => expect(getModuleRequests()).not.toEqual([]));
    await waitForFailedLoad();
  });

  test('by preload()', async () => {
    await waitForFailedLoad();
    expect(getModuleRequests()).not.toEqual([]);
  });
});

test('offline, screen readers announce that the dialog failed to load', async () => {
  const { takeSpoken } = await startScreenReader(en);
  await userEvent.tab();
  await userEvent.tab();
  await takeSpoken();
  await userEvent.keyboard('{Enter}');
  await findLoadError();
  expect(await takeSpoken()).toContain(
    'assertive: This couldn’t be opened. Check your connection and tap again. If that doesn’t help, reload the page.',
  );
  await userEvent.keyboard('{Enter}'); // a second time
  await waitFor(async () => {
    expect(await takeSpoken()).toContain(
      'assertive: This couldn’t be opened. Check your connection and tap again. If that doesn’t help, reload the page.',
    );
  });
});

test.each(inputMethods)(
  'offline, an error appears beside the button, and the next click requests the module again, by %s',
  async (_, activate) => {
    await activate(getTrigger());
    expect(await findLoadError()).toHaveAttribute('lang', 'en');
    expect(getTrigger()).toHaveAttribute('aria-expanded', 'false');
    expect(getTrigger()).toHaveFocus();
    const times = getModuleRequests().length;
    await activate(getTrigger());
    await waitFor(() => expect(getModuleRequests().length).toBeGreaterThan(times));
    expect(await findLoadError()).toBeVisible();
    expect(getTrigger()).toHaveFocus();
  },
);

describe('while the dialog’s module is slow', () => {
  let fail = (): void => {};

  beforeEach(async () => {
    const { promise, resolve } = withResolvers();
    fail = resolve;
    const failLater = async ({ requestId }: { requestId: string }) => {
      await promise;
      await cdp().send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    };
    await setOnline(true);
    await cdp().send('Fetch.enable', { patterns: [{ urlPattern: '*/src/dialog/CancelPaymentDialog.tsx*' }] });
    cdp().on('Fetch.requestPaused', failLater);
    return async () => {
      fail();
      await waitForFailedLoad();
      cdp().off('Fetch.requestPaused', failLater);
      await cdp().send('Fetch.disable');
      await setOnline(false);
    };
  });

  test.each(inputMethods)(
    'the button is busy, keeps its focus and width, and requests the module once, by %s',
    async (_, activate) => {
      const { width, height } = getTrigger().getBoundingClientRect();
      await activate(getTrigger());
      await waitFor(() => expect(getTrigger()).toHaveAttribute('aria-busy', 'true'));
      await activate(getTrigger());
      expect(onOpenChange.mock.calls).toEqual([[true]]);
      expect(getTrigger()).toHaveAttribute('aria-expanded', 'false'); // nothing is open yet
      expect(getTrigger()).toHaveAttribute('data-state', 'closed');
      expect(getTrigger()).toHaveFocus();
      expect(getComputedStyle(getTrigger(), '::before').animationName).toBe('cancel-payment-spin');
      const busy = getTrigger().getBoundingClientRect();
      expect([busy.width, busy.height]).toEqual([width, height]);

      fail();
      expect(await findLoadError()).toBeVisible();
      expect(getTrigger()).not.toHaveAttribute('aria-busy');
      expect(getTrigger()).toHaveFocus();
    },
  );
});

test('a response that is not the dialog’s module counts as a failure to load', async () => {
  const answer = ({ requestId, request }: { requestId: string; request: { url: string } }) =>
    request.url.includes('retry=')
      ? cdp().send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: [{ name: 'Content-Type', value: 'text/javascript' }],
          body: btoa('export const modules = {}'),
        })
      : cdp().send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  await setOnline(true);
  await cdp().send('Fetch.enable', { patterns: [{ urlPattern: '*/src/dialog/CancelPaymentDialog.tsx*' }] });
  cdp().on('Fetch.requestPaused', answer);
  await userEvent.click(getTrigger());
  expect(await findLoadError()).toBeVisible();
  await waitForFailedLoad();
  cdp().off('Fetch.requestPaused', answer);
  await cdp().send('Fetch.disable');
  await setOnline(false);
});

test('online again, the dialog opens, although the browser remembers that its module failed', async () => {
  await userEvent.click(getTrigger());
  expect(await findLoadError()).toBeVisible();
  await setOnline(true);
  await userEvent.click(getTrigger());
  const dialog = await findDialog();
  await waitFor(() => expect(dialog).toBeVisible());
  expect(screen.queryByText(/Check your connection/)).not.toBeInTheDocument();
  await userEvent.click(await findDialogButton('Keep payment'));
  await waitFor(() => expect(getTrigger()).toHaveFocus());

  await expect(CancelPaymentButton.preload()).resolves.toBeUndefined();
});
