import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton, CancelPaymentDialog } from '../../src/index.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import {
  animationsEnded,
  click,
  dialog,
  forgetAnnouncements,
  inDialog,
  shortenAnimations,
  startCanceling,
  trigger,
  ways,
  waysOutside,
} from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => {
  shortenAnimations();
  return CancelPaymentButton.preload();
});

const canceled = () => screen.findByRole('button', { name: 'Payment canceled' });

describe.each(ways)('by %s', (_, activate) => {
  test('the dialog stays: Keep and confirming again do nothing, and no focus is lost', async () => {
    const held = createHeldFetch();
    const onOpenChange = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" onOpenChange={onOpenChange} />, held);
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    onOpenChange.mockClear();

    const pending = await inDialog('Canceling…');
    expect(pending).toHaveFocus();
    const buttons = within(await dialog()).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
    expect(buttons.map((button) => button.hasAttribute('disabled'))).toEqual([false, false]);
    expect(await dialog()).toHaveAttribute('aria-busy', 'true');
    expect(await dialog()).toHaveAttribute('data-status', 'pending');
    expect(trigger(undefined, { expanded: true })).toHaveAttribute('data-status', 'pending');

    await activate(pending);
    expect(pending).toHaveFocus();
    const keep = await inDialog('Keep payment');
    await activate(keep);
    expect(keep).toHaveFocus();
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    expect(onOpenChange).not.toHaveBeenCalled();
    expect(held.requested).toEqual(['t1']);
    held.answer(204);
    await canceled();
  });
});

test('the dialog stays: Escape does nothing', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  const pending = await startCanceling();
  await userEvent.keyboard('{Escape}');
  await animationsEnded();
  expect(await dialog()).toHaveAttribute('data-state', 'open');
  expect(pending).toHaveFocus();
  held.answer(204);
  await canceled();
});

test.each(waysOutside)(
  'the dialog stays, with its focus, if something outside is used by %s',
  async (_, useOutside) => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, held);
    const pending = await startCanceling();
    await useOutside();
    await animationsEnded();
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    expect(pending).toHaveFocus();
    held.answer(204);
    await canceled();
  },
);

describe('one request is sent', () => {
  async function open(onCanceled?: () => void) {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" onCanceled={onCanceled} />, held);
    await click(trigger());
    return { held, confirm: await inDialog('Cancel payment') };
  }

  test('for two clicks in one tick', async () => {
    const onCanceled = vi.fn();
    const { held, confirm } = await open(onCanceled);
    act(() => {
      confirm.click();
      confirm.click();
    });
    await inDialog('Canceling…');
    held.answer(204);
    await canceled();
    expect(held.requested).toEqual(['t1']);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });

  test('for a double click', async () => {
    const { held, confirm } = await open();
    await userEvent.dblClick(confirm);
    await inDialog('Canceling…');
    held.answer(204);
    await canceled();
    expect(held.requested).toEqual(['t1']);
  });

  test('for an Enter key that is held down', async () => {
    const { held } = await open();
    await userEvent.keyboard('{Tab}{Enter>5/}');
    await inDialog('Canceling…');
    held.answer(204);
    await canceled();
    expect(held.requested).toEqual(['t1']);
  });

  test('and Escape in the tick of the confirming click does not close over it', async () => {
    const { held, confirm } = await open();
    act(() => {
      confirm.click();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await inDialog('Canceling…');
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    held.answer(204);
    await canceled();
  });

  test('and for two buttons of the same payment', async () => {
    const held = createHeldFetch();
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1">Cancel above</CancelPaymentButton>
        <CancelPaymentDialog transactionId="t1" defaultOpen />
      </>,
      held,
    );
    await click(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    act(() => trigger('Cancel above').click());
    const second = within((await screen.findAllByRole('alertdialog'))[1] ?? document.body);
    act(() => second.getByRole('button', { name: 'Cancel payment' }).click());
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Canceling…', hidden: true })).toHaveLength(2));
    expect(held.requested).toEqual(['t1']);
    held.answer(204);
    await canceled();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  });
});

test.each(ways)('the screen can still close it, and hears of the success, by %s', async (_, activate) => {
  forgetAnnouncements();
  const held = createHeldFetch();
  const onOpenChange = vi.fn();
  const ui = (open: boolean) => <CancelPaymentButton transactionId="t1" open={open} onOpenChange={onOpenChange} />;
  const { rerender } = renderInApp(ui(true), held);
  await dialog();
  await activate(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  rerender(ui(false));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  expect(trigger()).toHaveFocus();
  // Screen readers miss the text of a region that appears with it.
  const appeared: (string | null)[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) appeared.push(...Array.from(addedNodes, (node) => node.textContent));
  });
  observer.observe(document.body, { childList: true });
  held.answer(204);
  await canceled();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Payment canceled'));
  observer.disconnect();
  expect(appeared).toEqual(['']);
  expect(onOpenChange).not.toHaveBeenCalled();
});

test.each(ways)('opened again by the screen meanwhile, it still waits, by %s', async (_, activate) => {
  const held = createHeldFetch();
  const ui = (open: boolean) => <CancelPaymentDialog transactionId="t1" open={open} />;
  const { rerender } = renderInApp(ui(true), held);
  await activate(await inDialog('Cancel payment'));
  await inDialog('Canceling…');
  rerender(ui(false));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  rerender(ui(true));
  await dialog();
  await inDialog('Canceling…');
  held.answer(403);
  expect(await inDialog('Close')).toHaveFocus();
});

test.each(ways)(
  'a dialog that the screen keeps open through a success can be closed by it later, by %s',
  async (_, activate) => {
    const held = createHeldFetch();
    const asked: boolean[] = [];
    function Screen() {
      const [open, setOpen] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setOpen(false)}>
            Done
          </button>
          <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={(next) => asked.push(next)} />
        </>
      );
    }
    renderInApp(<Screen />, held);
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    await waitFor(() => expect(asked).toEqual([false]));
    expect(await dialog()).toHaveAttribute('data-status', 'canceled');
    act(() => screen.getByText('Done').click());
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
  },
);

test('a page’s own variables do not stop the spinner from being seen to turn', async () => {
  const { style } = document.documentElement;
  const names = ['--fill', '--line', '--gap'];
  for (const name of names) style.setProperty(name, '1rem');
  onTestFinished(() => names.forEach((name) => style.removeProperty(name)));
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  const ring = getComputedStyle(await startCanceling(), '::before');
  expect(ring.borderBlockStartColor).toBe('rgba(0, 0, 0, 0)');
  expect(ring.borderBlockEndColor).not.toBe(ring.borderBlockStartColor);
});

test('the button does not change its size', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  await click(trigger());
  const confirm = await inDialog('Cancel payment');
  await animationsEnded();
  const before = confirm.getBoundingClientRect();
  await click(confirm);
  const pending = (await inDialog('Canceling…')).getBoundingClientRect();
  expect([pending.width, pending.height]).toEqual([before.width, before.height]);
  expect(pending.height).toBeGreaterThanOrEqual(44);
  held.answer(204);
  await canceled();
});
