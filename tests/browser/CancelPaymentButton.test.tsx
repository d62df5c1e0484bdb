import { act, screen, waitFor, within } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeAll, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

const trigger = () => screen.getByRole('button', { name: 'Cancel payment', hidden: true, expanded: false });
const dialog = () => screen.findByRole('alertdialog', { name: 'Cancel this payment?' });
const inDialog = (name: string) => within(screen.getByRole('alertdialog')).findByRole('button', { name });

/** Body attributes and styles that a modal dialog sets, and must take back. */
function leftovers() {
  return {
    style: document.body.style.cssText,
    hidden: document.querySelectorAll('[aria-hidden="true"]').length,
    guards: document.querySelectorAll('[data-radix-focus-guard]').length,
    dialogs: document.querySelectorAll('[role="alertdialog"]').length,
    locked: document.body.hasAttribute('data-scroll-locked'),
  };
}

test('opens with focus on Keep, which closes it and returns focus to the button', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />, held);
  const before = leftovers();

  await userEvent.tab();
  expect(trigger()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const opened = await dialog();
  expect(opened).toHaveAttribute('aria-modal', 'true');
  expect(opened).toHaveAccessibleDescription(/release the €80\.00 reserved/);
  expect(await inDialog('Keep payment')).toHaveFocus();

  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(trigger()).toHaveFocus());
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  await waitFor(() => expect(leftovers()).toEqual(before));
  expect(held.requested).toEqual([]);
});

test('cancels by keyboard alone, announces it outside the closed dialog, and returns focus', async () => {
  const held = createHeldFetch();
  const onCanceled = vi.fn();
  renderInApp(<CancelPaymentButton transactionId="t1" onCanceled={onCanceled} />, held);

  await userEvent.tab();
  await userEvent.keyboard(' ');
  await dialog();
  await userEvent.tab();
  expect(await inDialog('Cancel payment')).toHaveFocus();
  await userEvent.keyboard('{Enter}');

  const pending = await inDialog('Canceling…');
  expect(pending).toHaveFocus();
  expect(pending).toHaveAttribute('aria-disabled', 'true');
  expect(pending).not.toHaveAttribute('disabled');
  expect(await dialog()).toHaveAttribute('aria-busy', 'true');

  held.answer(204);
  const done = await screen.findByRole('button', { name: 'Payment canceled' });
  await waitFor(() => expect(done).toHaveFocus());
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
  expect(onCanceled.mock.calls).toEqual([['t1']]);

  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

test('stays while pending: Escape, Keep and a click outside do nothing, and focus stays on the button', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  const pending = await inDialog('Canceling…');

  await userEvent.keyboard('{Escape}');
  await userEvent.click(await inDialog('Keep payment'), { force: true });
  act(() => document.querySelector<HTMLElement>('.cancel-payment-overlay')?.click());
  expect(await dialog()).toHaveAttribute('data-state', 'open');
  pending.focus();
  await userEvent.keyboard('{Enter}');
  expect(pending).toHaveFocus();
  expect(held.requested).toEqual(['t1']);
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
});

test('a click outside never closes it, Escape does while nothing is on its way', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await userEvent.click(trigger());
  await dialog();
  await userEvent.click(document.body, { position: { x: 5, y: 5 }, force: true });
  expect(await dialog()).toHaveAttribute('data-state', 'open');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
});

test('two clicks in one tick send one request', async () => {
  const held = createHeldFetch();
  const onCanceled = vi.fn();
  renderInApp(<CancelPaymentButton transactionId="t1" onCanceled={onCanceled} />, held);
  await userEvent.click(trigger());
  const confirm = await inDialog('Cancel payment');
  act(() => {
    confirm.click();
    confirm.click();
  });
  await inDialog('Canceling…');
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(held.requested).toEqual(['t1']);
  expect(onCanceled).toHaveBeenCalledTimes(1);
});

test('Escape in the tick of the confirming click does not close over a request', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.click(trigger());
  const confirm = await inDialog('Cancel payment');
  act(() => {
    confirm.click();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  await inDialog('Canceling…');
  expect(await dialog()).toHaveAttribute('data-state', 'open');
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
});

test('a final error offers only Close, with focus on it, and names the reference', async () => {
  const held = createHeldFetch();
  const onError = vi.fn();
  renderInApp(<CancelPaymentButton transactionId="t1" onError={onError} />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  held.answer(403, { errors: [{ code: 'forbidden', detail: 'Nicht mehr offen' }] }, { 'Request-Id': 'r-42' });

  const close = await inDialog('Close');
  await waitFor(() => expect(close).toHaveFocus());
  const opened = screen.getByRole('alertdialog');
  expect(within(opened).getAllByRole('button')).toEqual([close]);
  expect(within(opened).getByRole('alert')).toHaveTextContent('can no longer be canceled');
  expect(within(opened).getByRole('alert')).toHaveTextContent('Reference: r-42');
  expect(opened).toHaveAccessibleDescription(/can no longer be canceled/);
  expect(opened).not.toHaveTextContent('Nicht mehr offen');
  expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['forbidden']);

  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(trigger()).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  expect(await inDialog('Keep payment')).toHaveFocus();
  expect(within(screen.getByRole('alertdialog')).getByRole('alert')).toBeEmptyDOMElement();
});

test('announces the same error again when it comes twice', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  const alert = within(screen.getByRole('alertdialog')).getByRole('alert');
  const announced: string[] = [];
  const observer = new MutationObserver(() => announced.push(alert.textContent));
  observer.observe(alert, { childList: true, characterData: true, subtree: true });

  held.answer(408);
  await userEvent.click(await inDialog('Try again'));
  await inDialog('Canceling…');
  held.answer(408);
  expect(await inDialog('Try again')).toHaveFocus();
  observer.disconnect();
  const text = expect.stringContaining('the answer took too long');
  expect(announced).toEqual([text, '', text]);
  expect(screen.getByRole('button', { name: 'Close' })).toBeVisible();
});

test('focus survives a row that goes with its button at once', async () => {
  const held = createHeldFetch();
  function Rows() {
    const [rows, setRows] = useState(['t1', 't2']);
    return (
      <ul aria-label="Payments">
        {rows.map((id) => (
          <li key={id}>
            <CancelPaymentButton
              transactionId={id}
              onCanceled={(canceled) => setRows((now) => now.filter((row) => row !== canceled))}
            >
              Cancel {id}
            </CancelPaymentButton>
          </li>
        ))}
      </ul>
    );
  }
  renderInApp(<Rows />, held);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel t1' }));
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  held.answer(204);
  await waitFor(() => expect(screen.getByRole('list', { name: 'Payments' })).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Cancel t1' })).not.toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
});

test('focus survives a row that goes later, after it has come back to the button', async () => {
  const held = createHeldFetch();
  function Screen({ isThere }: { isThere: boolean }) {
    return <section aria-label="Payments">{isThere && <CancelPaymentButton transactionId="t1" />}</section>;
  }
  const { rerender } = renderInApp(<Screen isThere />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  held.answer(204);
  const done = await screen.findByRole('button', { name: 'Payment canceled' });
  await waitFor(() => expect(done).toHaveFocus());
  rerender(<Screen isThere={false} />);
  await waitFor(() => expect(screen.getByRole('region', { name: 'Payments' })).toHaveFocus());
});

test('focus goes to finalFocus when the button is gone', async () => {
  const held = createHeldFetch();
  function Screen() {
    const heading = useRef<HTMLHeadingElement>(null);
    const [isThere, setIsThere] = useState(true);
    return (
      <main>
        <h1 ref={heading} tabIndex={-1}>
          Your payments
        </h1>
        {isThere && (
          <CancelPaymentButton transactionId="t1" finalFocus={heading} onCanceled={() => setIsThere(false)} />
        )}
      </main>
    );
  }
  renderInApp(<Screen />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  held.answer(204);
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Your payments' })).toHaveFocus());
});

test('events of the dialog do not reach the row and form around the button, but they do reach the document', async () => {
  const held = createHeldFetch();
  const reached: string[] = [];
  const hear = (event: { type: string }) => reached.push(event.type);
  const onDocument = vi.fn();
  document.addEventListener('click', onDocument);
  renderInApp(
    <form onSubmit={hear}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- a row such as apps have */}
      <div onClick={hear} onPointerDown={hear} onMouseDown={hear} onKeyDown={hear} onFocus={hear} onAnimationEnd={hear}>
        <CancelPaymentButton transactionId="t1" />
      </div>
    </form>,
    held,
  );
  await userEvent.click(trigger());
  await dialog();
  reached.length = 0;
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  onDocument.mockClear();
  await userEvent.keyboard('{Tab}{Tab}');
  await userEvent.click(document.querySelector('.cancel-payment-title') ?? document.body);
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  expect(reached).toEqual([]);
  expect(onDocument).toHaveBeenCalledTimes(2);
  document.removeEventListener('click', onDocument);
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
});

test('the text does not change while the dialog fades out', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  const opened = screen.getByRole('alertdialog');
  const texts = new Set<string>();
  const observer = new MutationObserver(() => texts.add(opened.textContent));
  observer.observe(opened, { childList: true, characterData: true, subtree: true, attributes: true });
  const { textContent } = opened;
  held.answer(204);
  await waitFor(() => expect(opened).not.toBeInTheDocument());
  observer.disconnect();
  expect([...texts]).toEqual([textContent]);
});

test('unmounting while pending leaves nothing behind, and still calls onCanceled', async () => {
  const held = createHeldFetch();
  const onCanceled = vi.fn();
  const before = leftovers();
  const onOpenChange = vi.fn();
  const ui = <CancelPaymentButton transactionId="t1" onCanceled={onCanceled} onOpenChange={onOpenChange} />;
  const { unmount } = renderInApp(ui, {
    ...held,
    reactStrictMode: true,
  });
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  onOpenChange.mockClear();
  unmount();
  await waitFor(() => expect(leftovers()).toEqual(before));
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  held.answer(204);
  await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
  expect(onOpenChange).not.toHaveBeenCalled();
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});

test('another transactionId shows nothing of the one on its way', async () => {
  const held = createHeldFetch();
  const onCanceled = vi.fn();
  function Screen() {
    const [id, setId] = useState('t1');
    return (
      <>
        <button type="button" onClick={() => setId('t2')}>
          Next
        </button>
        <CancelPaymentButton transactionId={id} onCanceled={onCanceled} />
      </>
    );
  }
  renderInApp(<Screen />, held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  act(() => screen.getByText('Next').click());
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(trigger()).toHaveAttribute('data-status', 'idle');

  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  const pending = await inDialog('Canceling…');
  held.answer(204);
  await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
  expect(await dialog()).toHaveAttribute('data-status', 'pending');
  await userEvent.click(pending, { force: true });

  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(held.requested).toEqual(['t1', 't2']);
  expect(onCanceled.mock.calls).toEqual([['t1'], ['t2']]);
});

test('going back to a transaction finds it on its way, and hears of it once', async () => {
  const held = createHeldFetch();
  const onCanceled = vi.fn();
  const ui = (id: string) => <CancelPaymentButton transactionId={id} onCanceled={onCanceled} />;
  const { rerender } = renderInApp(ui('t1'), held);
  await userEvent.click(trigger());
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  rerender(ui('t2'));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  rerender(ui('t1'));
  await userEvent.click(trigger());
  await inDialog('Canceling…');
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(held.requested).toEqual(['t1']);
  expect(onCanceled.mock.calls).toEqual([['t1']]);
});

test('a success is announced even if the screen has closed the dialog meanwhile', async () => {
  const held = createHeldFetch();
  const onOpenChange = vi.fn();
  const ui = (open: boolean) => <CancelPaymentButton transactionId="t1" open={open} onOpenChange={onOpenChange} />;
  const { rerender } = renderInApp(ui(true), held);
  await dialog();
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  rerender(ui(false));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
  expect(onOpenChange).not.toHaveBeenCalled();
});

test('works in StrictMode', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, { ...held, reactStrictMode: true });
  await userEvent.click(trigger());
  expect(await inDialog('Keep payment')).toHaveFocus();
  await userEvent.click(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  held.answer(204);
  const done = await screen.findByRole('button', { name: 'Payment canceled' });
  await waitFor(() => expect(done).toHaveFocus());
  expect(held.requested).toEqual(['t1']);
});

test('does not change its width while pending', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await userEvent.click(trigger());
  const confirm = await inDialog('Cancel payment');
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const before = confirm.getBoundingClientRect();
  await userEvent.click(confirm);
  const pending = (await inDialog('Canceling…')).getBoundingClientRect();
  expect([pending.width, pending.height]).toEqual([before.width, before.height]);
  expect(pending.height).toBeGreaterThanOrEqual(44);
  held.answer(204);
  await screen.findByRole('button', { name: 'Payment canceled' });
});
