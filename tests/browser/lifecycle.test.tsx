import { act, screen, waitFor, within } from '@testing-library/react';
import { Activity, startTransition, useState, type ReactElement } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton, CancelPaymentDialog } from '../../src/index.ts';
import { createHeldFetch, type HeldFetch } from '../support/createHeldFetch.ts';
import {
  animationsEnded,
  click,
  dialog,
  forgetAnnouncements,
  inDialog,
  leftovers,
  shortenAnimations,
  startCanceling,
  trigger,
  ways,
} from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => {
  shortenAnimations();
  return CancelPaymentButton.preload();
});

let before: ReturnType<typeof leftovers>;
beforeEach(() => {
  forgetAnnouncements();
  before = leftovers();
});

const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
const canceled = () => screen.findByRole('button', { name: 'Payment canceled' });

function press(name: string): void {
  const button = screen.getByText(name);
  act(() => {
    button.focus();
    button.click();
  });
}

type Activate = (typeof ways)[number][1];

/** Brings the dialog into a state. */
const states = {
  idle: async (_, activate) => {
    await activate(trigger());
    await dialog();
  },
  pending: async (_, activate) => {
    await startCanceling(undefined, activate);
  },
  error: async (held, activate) => {
    await startCanceling(undefined, activate);
    held.answer(403);
    await inDialog('Close');
  },
  closing: async (_, activate) => {
    await activate(trigger());
    await dialog();
    await animationsEnded();
    press('Keep payment'); // at once: what follows has to meet it on its way out
  },
  canceled: async (held, activate) => {
    await startCanceling(undefined, activate);
    held.answer(204);
    await canceled();
    await closed();
  },
} satisfies Record<string, (held: HeldFetch, activate: Activate) => Promise<void>>;

/** A screen that can be left in each of the ways in which apps do that. */
function Screens({ by, children }: { by: string; children: ReactElement }) {
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
  ...ways.map(([way, activate]) => [way, activate, false] as const),
  ...ways.map(([way, activate]) => [`${way}, in StrictMode`, activate, true] as const),
])('the page is as before, by %s', (_, activate, reactStrictMode) => {
  describe.each(['unmount', 'route change', '<Activity>'])('after %s', (by) => {
    test.each(Object.entries(states))('while %s', async (state, reach) => {
      const held = createHeldFetch();
      const onCanceled = vi.fn();
      const onError = vi.fn();
      const onOpenChange = vi.fn();
      const { unmount } = renderInApp(
        <Screens by={by}>
          <CancelPaymentButton
            transactionId="t1"
            onCanceled={onCanceled}
            onError={onError}
            onOpenChange={onOpenChange}
          />
        </Screens>,
        { ...held, reactStrictMode },
      );
      await reach(held, activate);
      const shown = state === 'closing' ? 'closed' : 'open';
      expect(screen.queryByRole('alertdialog')?.dataset['state']).toBe(state === 'canceled' ? undefined : shown);
      onOpenChange.mockClear();
      const status = screen.queryByRole('status')?.textContent;

      if (by === 'unmount') unmount();
      else press(by === 'route change' ? 'Go to the receipt' : 'Leave');
      await waitFor(() => expect(leftovers()).toEqual(before));
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
      await animationsEnded();
      await waitFor(() => expect(document.activeElement?.checkVisibility()).toBe(true));

      if (state === 'pending') held.answer(204);
      const isCanceled = state === 'pending' || state === 'canceled';
      await waitFor(() => expect(onCanceled.mock.calls).toEqual(isCanceled ? [['t1']] : []));
      // A hidden screen is still there, and its dialog open.
      expect(onOpenChange.mock.calls).toEqual(state === 'pending' && by === '<Activity>' ? [[false]] : []);
      // What was said before goes on being said; nothing is said late.
      expect(screen.queryByRole('status')?.textContent).toBe(status === '' ? undefined : status);
      expect(leftovers()).toEqual(before);
      expect(onError).toHaveBeenCalledTimes(state === 'error' ? 1 : 0);
      expect(held.requested).toHaveLength(isCanceled || state === 'error' ? 1 : 0);
    });
  });

  test('and all works', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, { ...held, reactStrictMode });
    await click(trigger());
    await dialog();
    expect(await inDialog('Keep payment')).toHaveFocus();
    await click(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    await waitFor(async () => expect(await canceled()).toHaveFocus());
    expect(held.requested).toEqual(['t1']);
    expect(leftovers()).toEqual(before);
  });
});

test('an error of a screen that is gone is still the screen’s to hear', async () => {
  const held = createHeldFetch();
  const onError = vi.fn();
  const { unmount } = renderInApp(<CancelPaymentButton transactionId="t1" onError={onError} />, held);
  await startCanceling();
  unmount();
  held.answer(403);
  await waitFor(() => expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['forbidden']));
});

/** The two doors to a dialog: with a button, and without. */
const doors = {
  CancelPaymentButton: (props: { onCanceled: () => void }) => <CancelPaymentButton transactionId="t1" {...props} />,
  CancelPaymentDialog: function Door(props: { onCanceled: () => void }) {
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

describe.each(Object.entries(doors))('%s hidden by <Activity> and shown again', (door, Door) => {
  let held: HeldFetch;
  const onCanceled = vi.fn();
  beforeEach(() => {
    held = createHeldFetch();
    onCanceled.mockClear();
    renderInApp(
      <Screens by="<Activity>">
        <Door onCanceled={onCanceled} />
      </Screens>,
      held,
    );
  });

  async function hideAndShow(meanwhile: () => unknown = () => {}) {
    press('Leave');
    await waitFor(() => expect(leftovers()).toEqual(before));
    await meanwhile();
    press('Come back');
    await animationsEnded();
  }

  test('asks again what it asked', async () => {
    await states.idle(held, click);
    await hideAndShow();
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    expect(await inDialog('Keep payment')).toHaveFocus();
    await click(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    await closed();
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
    expect(leftovers()).toEqual(before);
  });

  test('still waits, with focus inside', async () => {
    await states.pending(held, click);
    await hideAndShow();
    expect((await dialog()).contains(document.activeElement)).toBe(true);
    expect(await dialog()).toHaveAttribute('aria-busy', 'true');
    await inDialog('Canceling…');
    held.answer(204);
    await closed();
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(leftovers()).toEqual(before);
    expect(held.requested).toEqual(['t1']);
  });

  test('is closed if the payment was canceled meanwhile', async () => {
    await states.pending(held, click);
    await hideAndShow(async () => {
      held.answer(204);
      await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
      expect(screen.queryByRole('status')).not.toBeInTheDocument();
    });
    await closed();
    const name = door === 'CancelPaymentButton' ? 'Payment canceled' : 'Cancel payment';
    expect(screen.getByRole('button', { name })).toBeVisible();
    expect(leftovers()).toEqual(before);
    expect(onCanceled).toHaveBeenCalledTimes(1);
  });

  test('shows the error that came meanwhile', async () => {
    await states.pending(held, click);
    await hideAndShow(async () => {
      held.answer(403);
      await waitFor(() => expect(screen.getByText(/can no longer be canceled/)).toBeInTheDocument());
    });
    expect(within(await dialog()).getByRole('alert')).toHaveTextContent('can no longer be canceled');
    expect(await inDialog('Close')).toHaveFocus();
    await click(await inDialog('Close'));
    await closed();
    expect(leftovers()).toEqual(before);
  });

  test('still shows its error', async () => {
    await states.error(held, click);
    await hideAndShow();
    expect(within(await dialog()).getByRole('alert')).toHaveTextContent('can no longer be canceled');
    await click(await inDialog('Close'));
    await closed();
    expect(leftovers()).toEqual(before);
  });

  test('stays closed, and opens again', async () => {
    await states.closing(held, click);
    await hideAndShow();
    await closed();
    expect(leftovers()).toEqual(before);
    await states.idle(held, click);
    await click(await inDialog('Keep payment'));
    await closed();
    expect(trigger()).toHaveFocus();
    expect(leftovers()).toEqual(before);
  });
});

describe.each(ways)('another transactionId, by %s,', (_, activate) => {
  function Screen({ onCanceled }: { onCanceled: (id: string) => void }) {
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

  test('shows nothing of the one on its way', async () => {
    const held = createHeldFetch();
    const onCanceled = vi.fn();
    renderInApp(<Screen onCanceled={onCanceled} />, held);
    await startCanceling(undefined, activate);
    press('Next');
    await closed();
    expect(trigger()).toHaveAttribute('data-status', 'idle');
    expect(trigger()).toHaveFocus();

    const pending = await startCanceling(undefined, activate);
    held.answer(204);
    await waitFor(() => expect(onCanceled.mock.calls).toEqual([['t1']]));
    expect(await dialog()).toHaveAttribute('data-status', 'pending');
    await activate(pending);

    held.answer(204);
    await canceled();
    expect(held.requested).toEqual(['t1', 't2']);
    expect(onCanceled.mock.calls).toEqual([['t1'], ['t2']]);
    expect(leftovers()).toEqual(before);
  });

  test('shows nothing of the other’s error, or success', async () => {
    const held = createHeldFetch();
    renderInApp(<Screen onCanceled={() => {}} />, held);
    await states.error(held, activate);
    press('Next');
    await closed();
    expect(trigger()).toHaveAttribute('data-status', 'idle');
    await states.canceled(held, activate);
    press('First');
    expect(trigger()).toHaveAttribute('data-status', 'idle');
    await states.idle(held, activate);
    expect(await dialog()).toHaveAttribute('data-status', 'idle');
  });

  test('in a dialog that the screen keeps open: it asks anew', async () => {
    const held = createHeldFetch();
    const ui = (id: string) => <CancelPaymentDialog transactionId={id} open />;
    const { rerender } = renderInApp(ui('t1'), held);
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    rerender(ui('t2'));
    expect(await dialog()).toHaveAttribute('data-status', 'idle');
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(403);
    held.answer(408);
    expect(await screen.findByText(/the answer took too long/)).toBeInTheDocument();
    expect(screen.queryByText(/can no longer be canceled/)).not.toBeInTheDocument();
    expect(held.requested).toEqual(['t1', 't2']);
  });

  test('and back: the first is found on its way, and heard of once', async () => {
    const held = createHeldFetch();
    const onCanceled = vi.fn();
    renderInApp(<Screen onCanceled={onCanceled} />, held);
    await startCanceling(undefined, activate);
    press('Next');
    await closed();
    press('First');
    await activate(trigger());
    await inDialog('Canceling…');
    held.answer(204);
    await canceled();
    expect(held.requested).toEqual(['t1']);
    expect(onCanceled.mock.calls).toEqual([['t1']]);
  });
});

test('a button that comes back while its payment is being canceled joins in when it is confirmed', async () => {
  const held = createHeldFetch();
  renderInApp(
    <Screens by="route change">
      <CancelPaymentButton transactionId="t1" />
    </Screens>,
    held,
  );
  await startCanceling();
  press('Go to the receipt');
  await closed();
  press('Come back');
  await startCanceling();
  expect(held.requested).toEqual(['t1']);
  held.answer(204);
  await canceled();
  await closed();
});

describe('what is announced', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('goes when it has been heard, or when something else is announced', async () => {
    const held = createHeldFetch();
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1">First</CancelPaymentButton>
        <CancelPaymentButton transactionId="t2">Second</CancelPaymentButton>
      </>,
      held,
    );
    await startCanceling('First');
    held.answer(204);
    await canceled();
    await closed();
    const first = screen.getByRole('status');
    expect(first).toHaveTextContent('Payment canceled');
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await startCanceling('Second');
    held.answer(204);
    await closed();
    expect(first).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
    vi.advanceTimersByTime(5000);
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  test('is not lost because another dialog has been opened meanwhile', async () => {
    const held = createHeldFetch();
    const ui = (open: string) => (
      <>
        <CancelPaymentDialog transactionId="t1" open={open === 't1'} />
        <CancelPaymentDialog transactionId="t2" open={open === 't2'} />
      </>
    );
    const { rerender } = renderInApp(ui('t1'), held);
    for (const id of ['t1', 't2']) {
      rerender(ui(id));
      await waitFor(() => expect(screen.getAllByRole('alertdialog')).toHaveLength(1));
      press('Cancel payment');
      await inDialog('Canceling…');
    }
    held.answer(204);
    await waitFor(() => expect(screen.getAllByText('Payment canceled')).toHaveLength(1));
    for (const region of screen.getAllByRole('status')) region.textContent = '';
    held.answer(204);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Payment canceled'));
  });
});
