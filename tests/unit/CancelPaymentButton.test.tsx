import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton, createPayClient } from '../../src/index.ts';
import { de } from '../../src/locales.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';
import { renderInApp } from '../support/renderInApp.tsx';

const client = createPayClient();
const button = () => screen.getByRole('button', { name: 'Cancel payment' });

describe('before it is needed', () => {
  test('passes a button’s props on, and is never a submit button', () => {
    const ref = createRef<HTMLButtonElement>();
    renderInApp(
      <CancelPaymentButton
        // @ts-expect-error the type is not for users to choose
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

  test('calls the screen’s handlers', async () => {
    const user = userEvent.setup();
    const handlers = { onClick: vi.fn(), onPointerEnter: vi.fn(), onPointerDown: vi.fn(), onFocus: vi.fn() };
    renderInApp(<CancelPaymentButton transactionId="t1" {...handlers} />, {});
    await user.click(button());
    await screen.findByRole('alertdialog');
    for (const handler of Object.values(handlers)) expect(handler).toHaveBeenCalledTimes(1);
  });

  test('does not open if onClick prevents it', async () => {
    const user = userEvent.setup();
    renderInApp(<CancelPaymentButton transactionId="t1" onClick={(event) => event.preventDefault()} />, {});
    await user.click(button());
    await CancelPaymentButton.preload();
    expect(button()).toHaveAttribute('aria-expanded', 'false');
  });

  test('speaks the provider’s language', () => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, { messages: de });
    expect(screen.getByRole('button', { name: 'Zahlung abbrechen' })).toBeVisible();
  });
});

describe('what it needs is missed at once, not at the first click', () => {
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
    expect(() => render(<CancelPaymentButton transactionId="t1" client={client} />)).toThrow('No QueryClient found');
    takeConsoleOutput();
  });
});

describe('open', () => {
  test('defaultOpen opens it without a click', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" defaultOpen />, {});
    expect(await screen.findByRole('alertdialog')).toBeVisible();
  });

  test('is controlled by the screen', async () => {
    const user = userEvent.setup();
    const onOpenChange = vi.fn();
    function Screen() {
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
    renderInApp(<Screen />, {});
    await user.click(screen.getByRole('button', { name: 'Elsewhere' }));
    await user.click(await screen.findByRole('button', { name: 'Keep payment' }));
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await user.click(button());
    expect(await screen.findByRole('alertdialog')).toBeVisible();
    expect(onOpenChange.mock.calls).toEqual([[false], [true]]);
  });

  test('stays closed if the screen says so', async () => {
    const user = userEvent.setup();
    const onOpenChange = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" open={false} onOpenChange={onOpenChange} />, {});
    await user.click(button());
    await CancelPaymentButton.preload();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(onOpenChange.mock.calls).toEqual([[true]]);
  });
});

test('a callback ref is called once, as a button calls it', () => {
  const ref = vi.fn();
  const { rerender, unmount } = renderInApp(<CancelPaymentButton transactionId="t1" ref={ref} />, {});
  rerender(<CancelPaymentButton transactionId="t1" ref={ref} />);
  expect(ref.mock.calls).toEqual([[button()]]);
  unmount();
  expect(ref.mock.calls.slice(1)).toEqual([[null]]);
});

test('a callback ref’s own clean-up is called instead, in React 19', () => {
  const cleanUp = vi.fn();
  const ref = vi.fn(() => cleanUp);
  const { unmount } = renderInApp(<CancelPaymentButton transactionId="t1" ref={ref} />, {});
  unmount();
  expect(ref).toHaveBeenCalledTimes(1);
  expect(cleanUp).toHaveBeenCalledTimes(1);
});

test('stays canceled, even if the screen opens it again', async () => {
  const user = userEvent.setup();
  const props = { transactionId: 't1', client: { cancelPreAuth: () => Promise.resolve() }, onOpenChange: () => {} };
  const { rerender } = renderInApp(<CancelPaymentButton {...props} open />, {});
  const dialog = within(await screen.findByRole('alertdialog'));
  await user.click(dialog.getByRole('button', { name: 'Cancel payment' }));
  const canceled = await screen.findByRole('button', { name: 'Payment canceled' });
  rerender(<CancelPaymentButton {...props} open={false} />);
  rerender(<CancelPaymentButton {...props} open />);
  expect(canceled).toHaveTextContent('Payment canceled');
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

describe('the dialog’s chunk', () => {
  const asked = vi.fn();

  /** A button of a page that has loaded nothing else yet. */
  async function renderAlone(load: () => Promise<object> = () => Promise.resolve({})) {
    vi.resetModules();
    asked.mockClear();
    vi.doMock('../../src/dialog/CancelPaymentDialog.tsx', () => {
      asked();
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
    ['a pointer comes', fireEvent.pointerEnter],
    ['a pointer goes down', fireEvent.pointerDown],
    ['focus comes', fireEvent.focus],
  ])('is asked for when %s, and once', async (_, happen) => {
    vi.stubGlobal('requestIdleCallback', () => 1);
    await renderAlone();
    expect(asked).not.toHaveBeenCalled();
    happen(button());
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
    happen(button());
    happen(screen.getByRole('button', { name: 'Another' }));
    await act(() => Promise.resolve());
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('is asked for when the page is idle, once for all buttons', async () => {
    const whenIdle = vi.fn<(callback: () => void) => number>(() => 1);
    vi.stubGlobal('requestIdleCallback', whenIdle);
    await renderAlone();
    expect(whenIdle).toHaveBeenCalledTimes(1);
    expect(asked).not.toHaveBeenCalled();
    whenIdle.mock.calls[0]?.[0]();
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test('is asked for a second later where no browser says when it is idle', async () => {
    vi.useFakeTimers();
    await renderAlone();
    vi.advanceTimersByTime(999);
    expect(asked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test('that fails to load is said beside the button, and fetched again on the next click', async () => {
    const user = userEvent.setup();
    const Button = await renderAlone(() => Promise.reject(new Error('offline')));
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

  test('that failed to load is fetched again when the screen opens the dialog another time', async () => {
    await renderAlone(() => Promise.reject(new Error('offline')));
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
