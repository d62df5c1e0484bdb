import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton, createPayClient } from '../../src/index.ts';
import { de } from '../../src/locales.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';
import { isReact18 } from '../support/isReact18.ts';
import { renderInApp } from '../support/renderInApp.tsx';

const client = createPayClient();
const button = () => screen.getByRole('button', { name: 'Cancel payment' });

describe('before the dialog is loaded', () => {
  test('passes props to the button element, which is never a submit button', () => {
    const ref = createRef<HTMLButtonElement>();
    renderInApp(
      <CancelPaymentButton
        // @ts-expect-error `type` is not a prop
        type="submit"
        transactionId="t1"
        ref={ref}
        className="mine"
        data-testid="x"
        aria-describedby="y"
        disabled
      >
        Stop this payment
      </CancelPaymentButton>,
      {},
    );
    const found = screen.getByRole('button', { name: 'Stop this payment' });
    expect(ref.current).toBe(found);
    expect(found).toHaveClass('mine', 'cancel-payment-trigger');
    expect(found).toHaveAttribute('type', 'button');
    expect(found).toHaveAttribute('data-testid', 'x');
    expect(found).toHaveAttribute('aria-describedby', 'y');
    expect(found).toBeDisabled();
  });

  test('calls the event handlers of the app', async () => {
    const user = userEvent.setup();
    const handlers = { onClick: vi.fn(), onPointerEnter: vi.fn(), onPointerDown: vi.fn(), onFocus: vi.fn() };
    renderInApp(<CancelPaymentButton transactionId="t1" {...handlers} />, {});
    await user.click(button());
    await screen.findByRole('alertdialog');
    for (const handler of Object.values(handlers)) expect(handler).toHaveBeenCalledTimes(1);
  });

  test('does not open if onClick calls preventDefault', async () => {
    const user = userEvent.setup();
    renderInApp(<CancelPaymentButton transactionId="t1" onClick={(event) => event.preventDefault()} />, {});
    await user.click(button());
    await CancelPaymentButton.preload();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
  });

  test('uses the messages of the provider', () => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, { messages: de });
    expect(screen.getByRole('button', { name: 'Zahlung abbrechen' })).toBeVisible();
  });
});

describe('throws when it renders, not on the first click, without', () => {
  test('a client', () => {
    expect(() =>
      render(
        <QueryClientProvider client={new QueryClient()}>
          <CancelPaymentButton transactionId="t1" />
        </QueryClientProvider>,
      ),
    ).toThrow('No PayClient found');
    takeConsoleOutput();
  });

  test('a QueryClient', () => {
    expect(() => render(<CancelPaymentButton transactionId="t1" client={client} />)).toThrow('No QueryClient set');
    takeConsoleOutput();
  });
});

describe('open', () => {
  test('defaultOpen opens it without a click', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" defaultOpen />, {});
    expect(await screen.findByRole('alertdialog')).toBeVisible();
  });

  test('can be controlled by the app', async () => {
    const user = userEvent.setup();
    const onOpenChange = vi.fn();
    function Page() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Elsewhere
          </button>
          <CancelPaymentButton
            transactionId="t1"
            open={open}
            onOpenChange={(next) => {
              onOpenChange(next);
              setOpen(next);
            }}
          />
        </>
      );
    }
    renderInApp(<Page />, {});
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    await user.click(await screen.findByRole('button', { name: 'Keep payment' }));
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await user.click(button());
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(onOpenChange.mock.calls).toEqual([[false], [true]]);
  });

  test('stays closed while the app passes open={false}', async () => {
    const user = userEvent.setup();
    const onOpenChange = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" open={false} onOpenChange={onOpenChange} />, {});
    await user.click(button());
    await CancelPaymentButton.preload();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(onOpenChange.mock.calls).toEqual([[true]]);
  });
});

test('a callback ref is called once, as by a plain button', () => {
  const ref = vi.fn();
  const { rerender, unmount } = renderInApp(<CancelPaymentButton transactionId="t1" ref={ref} />, {});
  rerender(<CancelPaymentButton transactionId="t1" ref={ref} />);
  expect(ref.mock.calls).toEqual([[button()]]);
  unmount();
  expect(ref.mock.calls.slice(1)).toEqual([[null]]);
});

test('the cleanup function of a callback ref is called instead, in React 19', ({ skip }) => {
  skip(isReact18);
  const cleanUp = vi.fn();
  const ref = vi.fn(() => cleanUp);
  const { unmount } = renderInApp(<CancelPaymentButton transactionId="t1" ref={ref} />, {});
  unmount();
  expect(ref).toHaveBeenCalledTimes(1);
  expect(cleanUp).toHaveBeenCalledTimes(1);
});

test('stays canceled even if the app opens it again', async () => {
  const user = userEvent.setup();
  const props = { transactionId: 't1', client: { cancelPreAuth: () => Promise.resolve() }, onOpenChange: () => {} };
  const { rerender } = renderInApp(<CancelPaymentButton {...props} open />, {});
  const dialog = within(await screen.findByRole('alertdialog'));
  await user.click(dialog.getByRole('button', { name: 'Cancel payment' }));
  expect(await screen.findByRole('alertdialog', { name: 'Payment canceled' })).toBeVisible();
  rerender(<CancelPaymentButton {...props} open={false} />);
  const canceled = await screen.findByRole('button', { name: 'Payment canceled' });
  rerender(<CancelPaymentButton {...props} open />);
  expect(canceled).toHaveTextContent('Payment canceled');
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

describe('the dialog’s chunk', () => {
  const onRequest = vi.fn();

  /** Renders buttons on a page that has not loaded the dialog yet. */
  async function renderWithoutDialog(load: () => Promise<object> = () => Promise.resolve({})) {
    vi.resetModules();
    onRequest.mockClear();
    vi.doMock('../../src/dialog/CancelPaymentDialog.tsx', () => {
      onRequest();
      return load();
    });
    // Not from index.ts, which imports the dialog as well.
    const { CancelPaymentButton: Button } = await import('../../src/button/CancelPaymentButton.tsx');
    const { PayProvider: Provider } = await import('../../src/hooks/PayProvider.tsx');
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Provider client={client}>
          <Button transactionId="t1" />
          <Button transactionId="t2">Another</Button>
        </Provider>
      </QueryClientProvider>,
    );
    return Button;
  }

  afterEach(() => {
    vi.doUnmock('../../src/dialog/CancelPaymentDialog.tsx');
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test.each([
    ['a pointer enters the button', fireEvent.pointerEnter],
    ['a pointer presses the button', fireEvent.pointerDown],
    ['the button receives focus', fireEvent.focus],
  ])('is requested when %s, but only once', async (_, fire) => {
    vi.stubGlobal('requestIdleCallback', () => 1);
    await renderWithoutDialog();
    expect(onRequest).not.toHaveBeenCalled();
    fire(button());
    await waitFor(() => expect(onRequest).toHaveBeenCalledTimes(1));
    fire(button());
    fire(screen.getByRole('button', { name: 'Another' }));
    await act(() => Promise.resolve());
    expect(onRequest).toHaveBeenCalledTimes(1);
  });

  test('is requested when the page is idle, once for all buttons', async () => {
    const whenIdle = vi.fn<(callback: () => void) => number>(() => 1);
    vi.stubGlobal('requestIdleCallback', whenIdle);
    await renderWithoutDialog();
    expect(whenIdle).toHaveBeenCalledTimes(1);
    expect(onRequest).not.toHaveBeenCalled();
    whenIdle.mock.calls[0]?.[0]();
    await waitFor(() => expect(onRequest).toHaveBeenCalledTimes(1));
  });

  test('is requested after a second in browsers without requestIdleCallback', async () => {
    vi.useFakeTimers();
    await renderWithoutDialog();
    vi.advanceTimersByTime(999);
    expect(onRequest).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await vi.waitFor(() => expect(onRequest).toHaveBeenCalledTimes(1));
  });

  test('that failed to load shows an error beside the button, and is requested again on the next click', async () => {
    const user = userEvent.setup();
    const Button = await renderWithoutDialog(() => Promise.reject(new Error('offline')));
    await user.click(button());
    expect(await screen.findByText(/^This couldn’t be opened/)).toHaveRole('alert');
    expect(button()).toHaveAttribute('aria-expanded', 'false');
    expect(button()).toHaveAttribute('data-state', 'closed');
    expect(button()).not.toHaveAttribute('aria-busy');
    await expect(Button.preload()).rejects.toMatchObject({ cause: new Error('offline') });

    vi.doUnmock('../../src/dialog/CancelPaymentDialog.tsx');
    await user.click(button());
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(screen.queryByText(/couldn’t be opened/)).not.toBeInTheDocument();
  });

  test('that failed to load is requested again when the app opens the dialog again', async () => {
    await renderWithoutDialog(() => Promise.reject(new Error('offline')));
    const { CancelPaymentButton: Button } = await import('../../src/button/CancelPaymentButton.tsx');
    const { PayProvider: Provider } = await import('../../src/hooks/PayProvider.tsx');
    const queryClient = new QueryClient();
    const ui = (open: boolean) => (
      <QueryClientProvider client={queryClient}>
        <Provider client={client}>
          <Button transactionId="t3" open={open} />
        </Provider>
      </QueryClientProvider>
    );
    const { rerender } = render(ui(true));
    expect(await screen.findByText(/couldn’t be opened/)).toBeVisible();
    rerender(ui(false));
    vi.doUnmock('../../src/dialog/CancelPaymentDialog.tsx');
    rerender(ui(true));
    expect(await screen.findByRole('alertdialog')).toBeVisible();
  });
});
