import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { CancelPaymentButton, useCancelPreAuth } from '../../src/index.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getTrigger,
  waitForClose,
} from '../support/dialogQueries.ts';
import { click, inputMethods, startCanceling } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

test.each(inputMethods)(
  'a button that is mounted again shows the cancellation that is still in flight, by %s',
  async (_, activate) => {
    const server = createControlledFetch();
    const onCanceled = vi.fn();
    const ui = (key: string) => <CancelPaymentButton key={key} transactionId="t1" onCanceled={onCanceled} />;
    const { rerender } = renderInApp(ui('list'), server);
    await startCanceling(undefined, activate);
    rerender(ui('details'));
    await waitForClose();
    await activate(getTrigger());
    await findDialog();
    expect(await findDialogButton('Canceling…')).toHaveAttribute('aria-disabled', 'true');
    expect(getTrigger(undefined, { expanded: true })).toHaveAttribute('data-status', 'pending');
    server.respond(204);
    await waitFor(async () => expect(await findCanceledButton()).toHaveFocus());
    await waitForClose();
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(server.requestedIds).toEqual(['t1']);
  },
);

test('it shows how that ended, and trying again sends another request', async () => {
  const server = createControlledFetch();
  const onError = vi.fn();
  const ui = (key: string) => <CancelPaymentButton key={key} transactionId="t1" onError={onError} />;
  const { rerender } = renderInApp(ui('list'), server);
  await startCanceling();
  rerender(ui('details'));
  await waitForClose();
  await click(getTrigger());
  await findDialogButton('Canceling…');
  server.respond(408);
  await findDialog('Cancellation not confirmed');
  expect(onError).toHaveBeenCalledTimes(1);
  await click(await findDialogButton('Try again'));
  await findDialogButton('Canceling…');
  server.respond(204);
  await findCanceledButton();
  expect(server.requestedIds).toEqual(['t1', 't1']);
});

test('a cancellation that the app’s own hook has started is shown as well', async () => {
  const server = createControlledFetch();
  function Page() {
    const { mutate } = useCancelPreAuth();
    return (
      <>
        <button type="button" onClick={() => mutate({ transactionId: 't1' })}>
          Cancel by hook
        </button>
        <CancelPaymentButton transactionId="t1" />
      </>
    );
  }
  renderInApp(<Page />, server);
  await click(screen.getByRole('button', { name: 'Cancel by hook' }));
  await waitFor(() => expect(server.requestedIds).toEqual(['t1']));
  await click(getTrigger());
  await findDialogButton('Canceling…');
  server.respond(204);
  await findCanceledButton();
  expect(server.requestedIds).toEqual(['t1']);
});

test('both dialogs of two routes close, and onOpenChange(false) is called for each', async () => {
  const server = createControlledFetch();
  const changes: string[] = [];
  const ui = (open: boolean) => (
    <>
      <CancelPaymentDialog transactionId="t1" open={!open} onOpenChange={(next) => changes.push(`first ${next}`)} />
      <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={(next) => changes.push(`second ${next}`)} />
    </>
  );
  const { rerender } = renderInApp(ui(false), server);
  await click(await findDialogButton('Cancel payment'));
  await findDialogButton('Canceling…');
  rerender(ui(true));
  await waitFor(() => expect(screen.getAllByRole('alertdialog')).toHaveLength(1));
  await findDialogButton('Canceling…');
  server.respond(204);
  await waitFor(() => expect(changes).toEqual(['first false', 'second false']));
  await findDialog('Payment canceled');
});

test('a cancellation of another transaction is not shown', async () => {
  const server = createControlledFetch();
  const ui = (transactionId: string) => <CancelPaymentButton key={transactionId} transactionId={transactionId} />;
  const { rerender } = renderInApp(ui('t1'), server);
  await startCanceling();
  rerender(ui('t2'));
  await waitForClose();
  await click(getTrigger());
  await findDialog('Cancel this payment?');
  expect(await findDialogButton('Cancel payment')).not.toHaveAttribute('aria-disabled');
  await act(async () => server.respond(204));
  // Once the entrance animation is past its first, transparent frame.
  await waitFor(async () => expect(await findDialogButton('Cancel payment')).toBeVisible());
  expect(await findDialog('Cancel this payment?')).toHaveAttribute('data-status', 'idle');
});
