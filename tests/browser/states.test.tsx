import { act, screen, waitFor } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { CancelPaymentButton, PayError, type PayClient, type PayErrorCode } from '../../src/index.ts';
import * as CancelPayment from '../../src/parts.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getDialog,
  getDialogButtonLabels,
  getTrigger,
  waitForClose,
} from '../support/dialogQueries.ts';
import { click, inputMethods, startCanceling } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';
import { withResolvers } from '../support/withResolvers.ts';
import { untyped } from '../support/untyped.ts';

setUpDialogTests();
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Rejects with these reasons, in order, and then resolves. */
const failing =
  (...reasons: unknown[]) =>
  async (): Promise<void> => {
    if (reasons.length > 0) throw reasons.shift();
  };

const clientRejectingWith = (...reasons: unknown[]): PayClient => ({ cancelPreAuth: failing(...reasons) });

describe('the title says where things stand', () => {
  test.each<[PayErrorCode, string]>([
    ['forbidden', 'This payment can’t be canceled'],
    ['not-found', 'This payment can’t be canceled'],
    ['insufficient-scope', 'This payment can’t be canceled'],
    ['invalid-request', 'This payment can’t be canceled'],
    ['invalid-transaction-id', 'This payment can’t be canceled'],
    ['missing-linked-identity', 'One more step'],
    ['unauthorized', 'One more step'],
    ['rate-limited', 'Cancellation not confirmed'],
    ['server-error', 'Cancellation not confirmed'],
    ['upstream-error', 'Cancellation not confirmed'],
    ['timeout', 'Cancellation not confirmed'],
    ['network-error', 'Cancellation not confirmed'],
    ['unexpected-response', 'Cancellation not confirmed'],
  ])('after %s: %s', async (code, title) => {
    renderInApp(<CancelPaymentButton transactionId="t1" client={clientRejectingWith(new PayError(code))} />, {});
    await click(getTrigger());
    await findDialog('Cancel this payment?');
    await click(await findDialogButton('Cancel payment'));
    expect(await findDialog(title)).toHaveAttribute('data-status', 'error');
  });

  test('while it is pending, and when the user tries again, it is the question', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await startCanceling();
    expect(getDialog()).toHaveAccessibleName('Cancel this payment?');
    server.respond(408);
    await findDialog('Cancellation not confirmed');
    await click(await findDialogButton('Try again'));
    await findDialogButton('Canceling…');
    expect(getDialog()).toHaveAccessibleName('Cancel this payment?');
  });

  test('an app’s own question is not asked over an error either', async () => {
    const { Root, Portal, Content, Title, Description, Keep, Confirm } = CancelPayment;
    renderInApp(
      <Root transactionId="t1" client={clientRejectingWith(new PayError('forbidden'))} defaultOpen>
        <Portal>
          <Content>
            <Title>Stop fueling?</Title>
            <Description />
            <CancelPayment.Error />
            <Keep />
            <Confirm />
          </Content>
        </Portal>
      </Root>,
      {},
    );
    await findDialog('Stop fueling?');
    await click(await findDialogButton('Cancel payment'));
    await findDialog('This payment can’t be canceled');
    expect(screen.queryByText('Stop fueling?')).not.toBeInTheDocument();
  });
});

test('an error is marked as final or not, however its code is spelled', async () => {
  const client = clientRejectingWith(new PayError('timeout'), new PayError('forbidden'));
  renderInApp(<CancelPaymentButton transactionId="t1" client={client} />, {});
  await click(getTrigger());
  await click(await findDialogButton('Cancel payment'));
  await findDialog('Cancellation not confirmed');
  expect(getDialog().querySelector('[data-code="timeout"]')).not.toHaveAttribute('data-final');
  await click(await findDialogButton('Try again'));
  await findDialog('This payment can’t be canceled');
  expect(getDialog().querySelector('[data-code="forbidden"]')).toHaveAttribute('data-final');
});

describe('a dialog that the app keeps open after a success', () => {
  const components = [
    ['CancelPaymentDialog', CancelPaymentDialog],
    ['CancelPaymentButton', CancelPaymentButton],
  ] as const;

  describe.each(components)('%s', (_, Component) => {
    test.each(inputMethods)('says so, and offers Close, which has focus, by %s', async (_method, activate) => {
      const server = createControlledFetch();
      const onOpenChange = vi.fn();
      const onCanceled = vi.fn();
      const props = { transactionId: 't1', onCanceled, onOpenChange };
      const { rerender } = renderInApp(<Component {...props} open />, server);
      await findDialog();
      await activate(await findDialogButton('Cancel payment'));
      await findDialogButton('Canceling…');
      server.respond(204);
      await findDialog('Payment canceled');
      expect(getDialogButtonLabels()).toEqual(['Close']);
      const close = await findDialogButton('Close');
      await waitFor(() => expect(close).toHaveFocus());
      expect(close).not.toHaveAttribute('aria-disabled');
      expect(getDialog()).toHaveAttribute('data-status', 'canceled');
      expect(getDialog()).not.toHaveAttribute('aria-busy');
      expect(onOpenChange.mock.calls).toEqual([[false]]);

      await activate(close);
      expect(onOpenChange.mock.calls).toEqual([[false], [false]]);
      rerender(<Component {...props} open={false} />);
      await waitForClose();
      expect(onCanceled).toHaveBeenCalledTimes(1);
      expect(server.requestedIds).toEqual(['t1']);
    });
  });

  test.each([
    ['immediately', (close: () => void) => close()],
    ['a little later', (close: () => void) => queueMicrotask(close)],
  ])('does not show that if the app closes it in response, %s', async (_, schedule) => {
    const server = createControlledFetch();
    function Page() {
      const [open, setOpen] = useState(true);
      const handleOpenChange = (next: boolean) => schedule(() => setOpen(next));
      return <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={handleOpenChange} />;
    }
    renderInApp(<Page />, server);
    await findDialog();
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    const titles = new Set<string | null>();
    const observer = new MutationObserver(() => titles.add(getDialog().querySelector('h2')?.textContent ?? null));
    observer.observe(getDialog(), { subtree: true, childList: true, characterData: true, attributes: true });
    server.respond(204);
    await waitForClose();
    observer.disconnect();
    expect([...titles]).toEqual(['Cancel this payment?']);
  });
});

describe('in the moment of success', () => {
  test.each([
    ['before React has rendered it', () => Promise.resolve()],
    ['in the app’s own onCanceled', undefined],
  ])('a press on Confirm sends nothing and tells nothing twice: %s', async (_, moment) => {
    const canceled = withResolvers();
    const cancelPreAuth = vi.fn(() => canceled.promise);
    const onCanceled = vi.fn();
    let confirm: HTMLElement | undefined;
    const press = () => confirm?.click();
    if (!moment) onCanceled.mockImplementation(press);
    renderInApp(<CancelPaymentButton transactionId="t1" client={{ cancelPreAuth }} onCanceled={onCanceled} />, {});
    await click(getTrigger());
    await click(await findDialogButton('Cancel payment'));
    confirm = await findDialogButton('Canceling…');
    canceled.resolve();
    await moment?.().then(press).then(press).then(press);
    await findCanceledButton();
    await waitForClose();
    expect(cancelPreAuth).toHaveBeenCalledTimes(1);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });
});

describe('while the dialog closes', () => {
  const style = document.createElement('style');
  beforeEach(() => {
    style.textContent = '.cancel-payment-content { animation-duration: 600ms !important }';
    document.head.append(style);
  });
  afterEach(() => style.remove());

  test.each([
    ['Keep', undefined, 'Keep payment', 'Cancel payment'],
    ['Close, after an error', new PayError('timeout'), 'Close', 'Try again'],
    ['Close, after rate-limited', new PayError('rate-limited', { retryAfter: 60_000 }), 'Close', /^Try again in/],
  ])('after %s, a press on the other button sends nothing', async (_, error, keep, confirm) => {
    const cancelPreAuth = vi.fn(failing(...(error ? [error] : [])));
    const onCanceled = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" client={{ cancelPreAuth }} onCanceled={onCanceled} />, {});
    await click(getTrigger());
    await findDialog();
    if (error) {
      await click(await findDialogButton('Cancel payment'));
      await findDialog('Cancellation not confirmed');
    }
    cancelPreAuth.mockClear();
    const other = screen.getByRole('button', { name: confirm });
    act(() => screen.getByRole('button', { name: keep }).click());
    expect(other).toBeInTheDocument();
    act(() => other.click());
    await waitForClose();
    expect(cancelPreAuth).not.toHaveBeenCalled();
    expect(onCanceled).not.toHaveBeenCalled();
  });
});

describe('without a transactionId, while data is still loading,', () => {
  // What an app without types does.
  const missing = [undefined, null, ''].map(untyped);

  test.each(missing)('the button opens nothing, and works once there is one: %s', async (transactionId) => {
    const server = createControlledFetch();
    const onOpenChange = vi.fn();
    const ui = (id: string) => <CancelPaymentButton transactionId={id} onOpenChange={onOpenChange} />;
    const { rerender } = renderInApp(<StrictMode>{ui(transactionId)}</StrictMode>, server);
    await click(getTrigger());
    await act(async () => {});
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(onOpenChange).not.toHaveBeenCalled();
    rerender(<StrictMode>{ui('t1')}</StrictMode>);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await startCanceling();
    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1']);
  });

  test.each(missing)('a dialog that is open stays away until there is one: %s', async (transactionId) => {
    const ui = (id: string) => (
      <>
        <CancelPaymentDialog transactionId={id} open />
        <CancelPaymentDialog transactionId={id} defaultOpen />
      </>
    );
    const { rerender } = renderInApp(ui(transactionId), {});
    await act(async () => {});
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    rerender(ui('t1'));
    await findDialog('Cancel this payment?');
  });
});

describe('a client that rejects with anything but a PayError', () => {
  test.each([
    ['undefined', undefined],
    ['an error', new Error('bug')],
    ['a string', 'no'],
  ])('%s: the outcome is unknown, and the dialog is not locked', async (_, reason) => {
    const reportError = vi.fn();
    vi.stubGlobal('reportError', reportError);
    const onError = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" client={clientRejectingWith(reason)} onError={onError} />, {});
    await click(getTrigger());
    await click(await findDialogButton('Cancel payment'));
    await findDialog('Cancellation not confirmed');
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: 'unexpected-response' })]]);
    expect(reportError.mock.calls).toEqual([[reason]]);
    await click(await findDialogButton('Try again'));
    await findCanceledButton();
  });
});

describe('after rate-limited, "Try again"', () => {
  const withNoBreakSpace = (label: string) => label.replace(/ s$/, '\u00a0s');
  const limited = (retryAfter: number) => failing(new PayError('rate-limited', { retryAfter }));

  test.each(inputMethods)('waits visibly, and keeps focus, by %s', async (_, activate) => {
    const cancelPreAuth = vi.fn(limited(2000));
    renderInApp(<CancelPaymentButton transactionId="t1" client={{ cancelPreAuth }} />, {});
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    const retry = await findDialogButton(withNoBreakSpace('Try again in 2 s'));
    expect(retry).toHaveFocus();
    expect(retry).toHaveAttribute('aria-disabled', 'true');
    expect(retry).not.toHaveAttribute('disabled');
    await activate(retry);
    expect(cancelPreAuth).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(retry).toHaveTextContent('Try again in 1 s'), { timeout: 2000 });
    await waitFor(() => expect(retry).toHaveTextContent(/^Try again$/), { timeout: 2000 });
    expect(retry).toHaveFocus();
    expect(retry).not.toHaveAttribute('aria-disabled');
    const live = [...getDialog().querySelectorAll('[aria-live="polite"]')].map(({ textContent }) => textContent);
    expect(live).toContain('Try again');
    await activate(retry);
    await findCanceledButton();
    expect(cancelPreAuth).toHaveBeenCalledTimes(2);
  });

  test('waits for a minute at most', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" client={{ cancelPreAuth: limited(3_600_000) }} />, {});
    await click(getTrigger());
    await click(await findDialogButton('Cancel payment'));
    const retry = await findDialogButton(withNoBreakSpace('Try again in 60 s'));
    await waitFor(() => expect(retry).toBeVisible());
  });

  test('does not wait if the dialog is closed and opened again, except for what the server then says', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" client={{ cancelPreAuth: limited(60_000) }} />, {});
    await click(getTrigger());
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton(withNoBreakSpace('Try again in 60 s'));
    await click(await findDialogButton('Close'));
    await waitForClose();
    await click(getTrigger());
    await findDialog('Cancel this payment?');
    expect(await findDialogButton('Cancel payment')).not.toHaveAttribute('aria-disabled');
  });
});
