import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findCanceledButton, findDialogButton, waitForClose } from '../support/dialogQueries.ts';
import { activateDirectly, startCanceling } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

const press = (name: string) => activateDirectly(screen.getByText(name));

describe('an announcement', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is removed after a few seconds, or when something else is announced', async () => {
    const server = createControlledFetch();
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1">First</CancelPaymentButton>
        <CancelPaymentButton transactionId="t2">Second</CancelPaymentButton>
      </>,
      server,
    );
    await startCanceling('First');
    server.respond(204);
    await findCanceledButton();
    await waitForClose();
    const first = screen.getByRole('status');
    expect(first).toHaveTextContent('Payment canceled');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await startCanceling('Second');
    server.respond(204);
    await waitForClose();
    expect(first).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
    vi.advanceTimersByTime(5000);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  test('cannot be seen, and takes no space', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    const { scrollHeight } = document.documentElement;
    await startCanceling();
    server.respond(204);
    await findCanceledButton();
    await waitForClose();
    const { x, y, width, height } = screen.getByRole('status').getBoundingClientRect();
    expect(document.elementFromPoint(x + width / 2, y + height / 2)).not.toBe(screen.getByRole('status'));
    expect(document.documentElement.scrollHeight).toBe(scrollHeight);
  });

  test('is made even if another dialog has opened in the meantime', async () => {
    const server = createControlledFetch();
    const ui = (open: string) => (
      <>
        <CancelPaymentDialog transactionId="t1" open={open === 't1'} />
        <CancelPaymentDialog transactionId="t2" open={open === 't2'} />
      </>
    );
    const { rerender } = renderInApp(ui('t1'), server);
    for (const id of ['t1', 't2']) {
      rerender(ui(id));
      await waitFor(() => expect(screen.getAllByRole('alertdialog')).toHaveLength(1));
      await press('Cancel payment');
      await findDialogButton('Canceling…');
    }
    server.respond(204);
    await waitFor(() => expect(screen.getAllByText('Payment canceled')).toHaveLength(1));
    for (const region of screen.getAllByRole('status')) region.textContent = '';
    server.respond(204);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Payment canceled'));
  });
});
