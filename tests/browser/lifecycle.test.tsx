import { screen, waitFor, within } from '@testing-library/react';
import { Activity, startTransition, useState, type ReactElement } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton, type CancelPaymentButtonProps } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { waitForAnimations } from '../support/animations.ts';
import { createControlledFetch, type ControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getTrigger,
  waitForClose,
} from '../support/dialogQueries.ts';
import { activateDirectly, click, inputMethods, startCanceling } from '../support/gestures.ts';
import { clearAnnouncements, pageResidue } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

let before: ReturnType<typeof pageResidue>;
beforeEach(() => {
  clearAnnouncements();
  before = pageResidue();
});

const press = (name: string) => activateDirectly(screen.getByText(name));

type Activate = (typeof inputMethods)[number][1];

/** Functions that bring the dialog into a state. */
const states = {
  idle: async (_, activate) => {
    await activate(getTrigger());
    await findDialog();
  },
  pending: async (_, activate) => {
    await startCanceling(undefined, activate);
  },
  error: async (server, activate) => {
    await startCanceling(undefined, activate);
    server.respond(403);
    await findDialogButton('Close');
  },
  closing: async (_, activate) => {
    await activate(getTrigger());
    await findDialog();
    await waitForAnimations();
    await press('Keep payment'); // synchronously: the test must interrupt the exit animation
  },
  canceled: async (server, activate) => {
    await startCanceling(undefined, activate);
    server.respond(204);
    await findCanceledButton();
    await waitForClose();
  },
} satisfies Record<string, (server: ControlledFetch, activate: Activate) => Promise<void>>;

/** A page that can be left in each of the ways in which apps do that. */
function LeavablePage({ by, children }: { by: string; children: ReactElement }) {
  const [isLeft, setIsLeft] = useState(false);
  return (
    <main>
      <button type="button" onClick={() => setIsLeft(true)}>
        Leave
      </button>
      <button type="button" onClick={() => startTransition(() => setIsLeft(true))}>
        Go to the receipt
      </button>
      <button type="button" onClick={() => setIsLeft(false)}>
        Come back
      </button>
      {by === '<Activity>' ? (
        <Activity mode={isLeft ? 'hidden' : 'visible'}>
          <section>{children}</section>
        </Activity>
      ) : (
        <section key={String(isLeft)}>{isLeft ? <h1>Receipt</h1> : children}</section>
      )}
    </main>
  );
}
describe.each([
  ...inputMethods.map(([inputMethod, activate]) => [inputMethod, activate, false] as const),
  ...inputMethods.map(([inputMethod, activate]) => [`${inputMethod}, in StrictMode`, activate, true] as const),
])('no residue stays on the page, by %s', (_, activate, reactStrictMode) => {
  describe.each(['unmount', 'route change', '<Activity>'])('after %s', (by) => {
    test.each(Object.entries(states))('while %s', async (state, bringIntoState) => {
      const server = createControlledFetch();
      const onCanceled = vi.fn();
      const onError = vi.fn();
      const onOpenChange = vi.fn();
      const { unmount } = renderInApp(
        <LeavablePage by={by}>
          <CancelPaymentButton
            transactionId="t1"
            onCanceled={onCanceled}
            onError={onError}
            onOpenChange={onOpenChange}
          />
        </LeavablePage>,
        { ...server, reactStrictMode },
      );
      await bringIntoState(server, activate);
      const shown = state === 'closing' ? 'closed' : 'open';
      expect(screen.queryByRole('alertdialog')?.dataset['state']).toBe(state === 'canceled' ? undefined : shown);
      onOpenChange.mockClear();
      const status = screen.queryByRole('status')?.textContent;

      if (by === 'unmount') unmount();
      else await press(by === 'route change' ? 'Go to the receipt' : 'Leave');
      await waitFor(() => expect(pageResidue()).toEqual(before));
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
      await waitForAnimations();
      await waitFor(() => expect(document.activeElement?.checkVisibility()).toBe(true));

      if (state === 'pending') server.respond(204);
      const isCanceled = state === 'pending' || state === 'canceled';
      await waitFor(() => expect(onCanceled.mock.calls).toEqual(isCanceled ? [['t1']] : []));
      // After every success, even if the button is gone.
      expect(onOpenChange.mock.calls).toEqual(state === 'pending' ? [[false]] : []);
      // Earlier announcements stay, and there are no new ones.
      expect(screen.queryByRole('status')?.textContent).toBe(status === '' ? undefined : status);
      expect(pageResidue()).toEqual(before);
      expect(onError).toHaveBeenCalledTimes(state === 'error' ? 1 : 0);
      expect(server.requestedIds).toHaveLength(isCanceled || state === 'error' ? 1 : 0);
    });
  });

  test('after a cancellation', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, { ...server, reactStrictMode });
    await click(getTrigger());
    await findDialog();
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitFor(async () => expect(await findCanceledButton()).toHaveFocus());
    expect(server.requestedIds).toEqual(['t1']);
    expect(pageResidue()).toEqual(before);
  });
});

test('onError is called even if the button is unmounted', async () => {
  const server = createControlledFetch();
  const onError = vi.fn();
  const { unmount } = renderInApp(<CancelPaymentButton transactionId="t1" onError={onError} />, server);
  await startCanceling();
  unmount();
  server.respond(403);
  await waitFor(() => expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['forbidden']));
});

type Handlers = Required<Pick<CancelPaymentButtonProps, 'onCanceled' | 'onError'>>;

/** The dialog with its own button, and one that the app controls. */
const components = {
  CancelPaymentButton: (props: Handlers) => <CancelPaymentButton transactionId="t1" {...props} />,
  CancelPaymentDialog: function ControlledDialog(props: Handlers) {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" aria-expanded={open} onClick={() => setOpen(true)}>
          Cancel payment
        </button>
        <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} {...props} />
      </>
    );
  },
};

describe.each(Object.entries(components))('%s hidden by <Activity> and shown again', (name, Component) => {
  let server: ControlledFetch;
  const onCanceled = vi.fn();
  const onError = vi.fn();
  beforeEach(() => {
    server = createControlledFetch();
    onCanceled.mockClear();
    onError.mockClear();
    renderInApp(
      <LeavablePage by="<Activity>">
        <Component onCanceled={onCanceled} onError={onError} />
      </LeavablePage>,
      server,
    );
  });

  async function hideAndShow(meanwhile: () => unknown = () => {}) {
    await press('Leave');
    await waitFor(() => expect(pageResidue()).toEqual(before));
    await meanwhile();
    await press('Come back');
    await waitForAnimations();
  }

  test('shows the same question', async () => {
    await states.idle(server, click);
    await hideAndShow();
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitForClose();
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
    expect(pageResidue()).toEqual(before);
  });

  test('is still pending, with focus inside', async () => {
    await states.pending(server, click);
    await hideAndShow();
    expect((await findDialog()).contains(document.activeElement)).toBe(true);
    expect(await findDialog()).toHaveAttribute('aria-busy', 'true');
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitForClose();
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(pageResidue()).toEqual(before);
    expect(server.requestedIds).toEqual(['t1']);
  });

  test('is closed if the payment was canceled in the meantime', async () => {
    await states.pending(server, click);
    await hideAndShow(async () => {
      clearAnnouncements(); // an earlier test's, which is made again in <body> when its page is gone
      server.respond(204);
      await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
      expect(screen.queryByRole('status')).not.toBeInTheDocument();
    });
    await waitForClose();
    const label = name === 'CancelPaymentButton' ? 'Payment canceled' : 'Cancel payment';
    expect(screen.getByRole('button', { name: label })).toBeVisible();
    expect(pageResidue()).toEqual(before);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });

  test('shows an error that occurred in the meantime', async () => {
    await states.pending(server, click);
    await hideAndShow(async () => {
      server.respond(403);
      await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    });
    expect(within(await findDialog()).getByRole('alert')).toHaveTextContent('can no longer be canceled');
    expect(await findDialogButton('Close')).toHaveFocus();
    await click(await findDialogButton('Close'));
    await waitForClose();
    expect(pageResidue()).toEqual(before);
  });

  test('still shows its error', async () => {
    await states.error(server, click);
    await hideAndShow();
    expect(within(await findDialog()).getByRole('alert')).toHaveTextContent('can no longer be canceled');
    await click(await findDialogButton('Close'));
    await waitForClose();
    expect(pageResidue()).toEqual(before);
  });

  test('stays closed, and opens again', async () => {
    await states.closing(server, click);
    await hideAndShow();
    await waitForClose();
    expect(pageResidue()).toEqual(before);
    await states.idle(server, click);
    await click(await findDialogButton('Keep payment'));
    await waitForClose();
    await waitFor(() => expect(getTrigger()).toHaveFocus());
    expect(pageResidue()).toEqual(before);
  });
});

describe.each(inputMethods)('another transactionId, by %s,', (_, activate) => {
  function Page({ onCanceled }: { onCanceled: (id: string) => void }) {
    const [id, setId] = useState('t1');
    return (
      <>
        <button type="button" onClick={() => setId('t1')}>
          First
        </button>
        <button type="button" onClick={() => setId('t2')}>
          Next
        </button>
        <CancelPaymentButton transactionId={id} onCanceled={onCanceled} />
      </>
    );
  }

  test('does not show the pending cancellation of the first', async () => {
    const server = createControlledFetch();
    const onCanceled = vi.fn();
    renderInApp(<Page onCanceled={onCanceled} />, server);
    await startCanceling(undefined, activate);
    await press('Next');
    await waitForClose();
    expect(getTrigger()).toHaveAttribute('data-status', 'idle');
    expect(getTrigger()).toHaveFocus();

    const pending = await startCanceling(undefined, activate);
    server.respond(204);
    await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
    expect(await findDialog()).toHaveAttribute('data-status', 'pending');
    await activate(pending);

    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1', 't2']);
    expect(onCanceled.mock.calls).toEqual([['t1'], ['t2']]);
    expect(pageResidue()).toEqual(before);
  });

  test('does not show the error or success of the other', async () => {
    const server = createControlledFetch();
    renderInApp(<Page onCanceled={() => {}} />, server);
    await states.error(server, activate);
    await press('Next');
    await waitForClose();
    expect(getTrigger()).toHaveAttribute('data-status', 'idle');
    await states.canceled(server, activate);
    await press('First');
    expect(getTrigger()).toHaveAttribute('data-status', 'idle');
    await states.idle(server, activate);
    expect(await findDialog()).toHaveAttribute('data-status', 'idle');
  });

  test('in a dialog that the app keeps open, shows the question again', async () => {
    const server = createControlledFetch();
    const ui = (id: string) => <CancelPaymentDialog transactionId={id} open />;
    const { rerender } = renderInApp(ui('t1'), server);
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    rerender(ui('t2'));
    expect(await findDialog()).toHaveAttribute('data-status', 'idle');
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(403);
    server.respond(408);
    expect(await screen.findByText(/took too long to respond/)).toBeInTheDocument();
    expect(screen.queryByText(/can no longer be canceled/)).not.toBeInTheDocument();
    expect(server.requestedIds).toEqual(['t1', 't2']);
  });

  test('and back again, shows the pending cancellation, and calls onCanceled once', async () => {
    const server = createControlledFetch();
    const onCanceled = vi.fn();
    renderInApp(<Page onCanceled={onCanceled} />, server);
    await startCanceling(undefined, activate);
    await press('Next');
    await waitForClose();
    await press('First');
    await activate(getTrigger());
    await findDialogButton('Canceling…');
    server.respond(204);
    await findCanceledButton();
    expect(server.requestedIds).toEqual(['t1']);
    expect(onCanceled.mock.calls).toEqual([['t1']]);
  });
});
