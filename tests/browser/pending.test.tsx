import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { waitForAnimations } from '../support/animations.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getTrigger,
  waitForClose,
} from '../support/dialogQueries.ts';
import { click, inputMethods, outsideInputMethods, startCanceling } from '../support/gestures.ts';
import { clearAnnouncements } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

describe.each(inputMethods)('by %s', (_, activate) => {
  test('the dialog stays open: Keep and a second confirmation do nothing, and focus is not lost', async () => {
    const server = createControlledFetch();
    const onOpenChange = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" onOpenChange={onOpenChange} />, server);
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    onOpenChange.mockClear();

    const pending = await findDialogButton('Canceling…');
    expect(pending).toHaveFocus();
    const buttons = within(await findDialog()).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
    expect(buttons.map((button) => button.hasAttribute('disabled'))).toEqual([false, false]);
    expect(await findDialog()).toHaveAttribute('aria-busy', 'true');
    expect(await findDialog()).toHaveAttribute('data-status', 'pending');
    expect(getTrigger(undefined, { expanded: true })).toHaveAttribute('data-status', 'pending');

    await activate(pending);
    expect(pending).toHaveFocus();
    const keep = await findDialogButton('Keep payment');
    await activate(keep);
    expect(keep).toHaveFocus();
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    expect(onOpenChange).not.toHaveBeenCalled();
    expect(server.requestedIds).toEqual(['t1']);
    server.respond(204);
    await findCanceledButton();
  });
});

test('the dialog stays open: Escape does nothing', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, server);
  const pending = await startCanceling();
  await userEvent.keyboard('{Escape}');
  await waitForAnimations();
  expect(await findDialog()).toHaveAttribute('data-state', 'open');
  expect(pending).toHaveFocus();
  server.respond(204);
  await findCanceledButton();
});

test.each(outsideInputMethods)(
  'the dialog stays open, and keeps focus, when something outside is clicked, by %s',
  async (_, useOutside) => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    const pending = await startCanceling();
    await useOutside();
    await waitForAnimations();
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    expect(pending).toHaveFocus();
    server.respond(204);
    await findCanceledButton();
  },
);

describe('one request is sent', () => {
  async function open(onCanceled?: () => void) {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" onCanceled={onCanceled} />, server);
    await click(getTrigger());
    return { server, confirm: await findDialogButton('Cancel payment') };
  }

  test('for two clicks in one tick', async () => {
    const onCanceled = vi.fn();
    const { server, confirm } = await open(onCanceled);
    act(() => {
      confirm.click();
      confirm.click();
    });
    await findDialogButton('Canceling…');
    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1']);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });

  test('for a double click', async () => {
    const { server, confirm } = await open();
    await userEvent.dblClick(confirm);
    await findDialogButton('Canceling…');
    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1']);
  });

  test('for an Enter key that is held down', async () => {
    const { server } = await open();
    await userEvent.keyboard('{Tab}{Enter>5/}');
    await findDialogButton('Canceling…');
    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1']);
  });

  test('when Escape is pressed in the same tick as the confirmation, and the dialog stays open', async () => {
    const { server, confirm } = await open();
    act(() => {
      confirm.click();
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await findDialogButton('Canceling…');
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    server.respond(204);
    await findCanceledButton();
  });

  test('for two dialogs of the same payment: the second shows the request of the first', async () => {
    const server = createControlledFetch();
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1">Cancel above</CancelPaymentButton>
        <CancelPaymentDialog transactionId="t1" defaultOpen />
      </>,
      server,
    );
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    act(() => getTrigger('Cancel above').click());
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Canceling…', hidden: true })).toHaveLength(2));
    expect(server.requestedIds).toEqual(['t1']);
    server.respond(204);
    await findCanceledButton();
    await waitForClose();
  });
});

test.each(inputMethods)('the app can still close the dialog, and success is announced, by %s', async (_, activate) => {
  clearAnnouncements();
  const server = createControlledFetch();
  const onOpenChange = vi.fn();
  const ui = (open: boolean) => <CancelPaymentButton transactionId="t1" open={open} onOpenChange={onOpenChange} />;
  const { rerender } = renderInApp(ui(true), server);
  await findDialog();
  await activate(await findDialogButton('Cancel payment'));
  await findDialogButton('Canceling…');
  rerender(ui(false));
  await waitForClose();
  expect(getTrigger()).toHaveFocus();
  // Screen readers miss the text of a live region that is inserted together with it.
  const appeared: (string | null)[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) appeared.push(...Array.from(addedNodes, (node) => node.textContent));
  });
  observer.observe(document.body, { childList: true });
  server.respond(204);
  await findCanceledButton();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Payment canceled'));
  observer.disconnect();
  expect(appeared).toEqual(['']);
  expect(onOpenChange.mock.calls).toEqual([[false]]);
});

test.each(inputMethods)('a dialog that the app closes and opens again is still pending, by %s', async (_, activate) => {
  const server = createControlledFetch();
  const ui = (open: boolean) => <CancelPaymentDialog transactionId="t1" open={open} />;
  const { rerender } = renderInApp(ui(true), server);
  await activate(await findDialogButton('Cancel payment'));
  await findDialogButton('Canceling…');
  rerender(ui(false));
  await waitForClose();
  rerender(ui(true));
  await findDialog();
  await findDialogButton('Canceling…');
  server.respond(403);
  expect(await findDialogButton('Close')).toHaveFocus();
});

test.each(inputMethods)(
  'a dialog that the app keeps open after a success can be closed later, by %s',
  async (_, activate) => {
    const server = createControlledFetch();
    const openChanges: boolean[] = [];
    function Page() {
      const [open, setOpen] = useState(true);
      return (
        <>
          <button type="button" onClick={() => setOpen(false)}>
            Done
          </button>
          <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={(next) => openChanges.push(next)} />
        </>
      );
    }
    renderInApp(<Page />, server);
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitFor(() => expect(openChanges).toEqual([false]));
    const dialog = await findDialog();
    await waitFor(() => expect(dialog).toHaveAttribute('data-status', 'canceled'));
    act(() => screen.getByText('Done').click());
    await waitForClose();
  },
);

test('CSS variables of the page do not make the spinner look still', async () => {
  const { style } = document.documentElement;
  const names = ['--fill', '--line', '--gap'];
  for (const name of names) style.setProperty(name, '1rem');
  onTestFinished(() => names.forEach((name) => style.removeProperty(name)));
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  const ring = getComputedStyle(await startCanceling(), '::before');
  expect(ring.borderBlockStartColor).toBe('rgba(0, 0, 0, 0)');
  expect(ring.borderBlockEndColor).not.toBe(ring.borderBlockStartColor);
});

test('the button keeps its size', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, server);
  await click(getTrigger());
  const confirm = await findDialogButton('Cancel payment');
  await waitForAnimations();
  const before = confirm.getBoundingClientRect();
  await click(confirm);
  const pending = (await findDialogButton('Canceling…')).getBoundingClientRect();
  expect([pending.width, pending.height]).toEqual([before.width, before.height]);
  expect(pending.height).toBeGreaterThanOrEqual(44);
  server.respond(204);
  await findCanceledButton();
});
