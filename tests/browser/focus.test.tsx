import { screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPayment, CancelPaymentButton, CancelPaymentDialog } from '../../src/index.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import {
  animationsEnded,
  click,
  dialog,
  inDialog,
  leftovers,
  startCanceling,
  trigger,
  ways,
  waysOutside,
} from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());

describe.each(ways)('by %s', (_, activate) => {
  test('the dialog opens with focus on Keep, which closes it and returns focus to the button', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />, held);
    const before = leftovers();

    await activate(trigger());
    const opened = await dialog();
    expect(opened).toHaveAttribute('aria-modal', 'true');
    expect(opened).toHaveAccessibleDescription(/release the €80\.00 reserved/);
    expect(await inDialog('Keep payment')).toHaveFocus();
    expect(leftovers()).not.toEqual(before);

    await activate(await inDialog('Keep payment'));
    await waitFor(() => expect(trigger()).toHaveFocus());
    await closed();
    expect(leftovers()).toEqual(before);
    expect(held.requested).toEqual([]);
  });

  test('a dialog without a button of its own gives focus back to where it was', async () => {
    function Screen() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Stop fueling
          </button>
          <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} />
        </>
      );
    }
    renderInApp(<Screen />, createHeldFetch());
    const opener = screen.getByRole('button', { name: 'Stop fueling' });
    await activate(opener);
    await dialog();
    expect(await inDialog('Keep payment')).toHaveFocus();
    await activate(await inDialog('Keep payment'));
    await closed();
    expect(opener).toHaveFocus();
  });
});

test('Tab and Shift+Tab stay inside', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await click(trigger());
  await dialog();
  const order: (string | null | undefined)[] = [];
  for (const shift of [false, false, true, true]) {
    await userEvent.tab({ shift });
    order.push(document.activeElement?.textContent);
  }
  expect(order).toEqual(['Cancel payment', 'Keep payment', 'Cancel payment', 'Keep payment']);
});

test.each(waysOutside)('stays where it is if something outside is used by %s', async (_, useOutside) => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await click(trigger());
  await dialog();
  await useOutside();
  await animationsEnded();
  expect(await dialog()).toHaveAttribute('data-state', 'open');
  expect(await inDialog('Keep payment')).toHaveFocus();
});

test('Escape closes it and gives focus back', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await click(trigger());
  await dialog();
  await userEvent.keyboard('{Escape}');
  await closed();
  expect(trigger()).toHaveFocus();
});

test.each(ways)('survives a row that goes with its button at once, by %s', async (_, activate) => {
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
  await startCanceling('Cancel t1', activate);
  held.answer(204);
  const list = screen.getByRole('list', { name: 'Payments', hidden: true });
  await waitFor(() => expect(list).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Cancel t1' })).not.toBeInTheDocument();
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');

  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Cancel t2' })).toHaveFocus();
  expect(list).not.toHaveAttribute('tabindex'); // it was lent
});

test.each(ways)('survives a row that goes later, after it has come back to the button, by %s', async (_, activate) => {
  const held = createHeldFetch();
  function Screen({ isThere }: { isThere: boolean }) {
    return <section aria-label="Payments">{isThere && <CancelPaymentButton transactionId="t1" />}</section>;
  }
  const { rerender } = renderInApp(<Screen isThere />, held);
  await startCanceling(undefined, activate);
  held.answer(204);
  const done = await screen.findByRole('button', { name: 'Payment canceled' });
  await waitFor(() => expect(done).toHaveFocus());
  rerender(<Screen isThere={false} />);
  await waitFor(() => expect(screen.getByRole('region', { name: 'Payments' })).toHaveFocus());
});

test.each(ways)(
  'survives a row that is hidden, and leaves no trace on what cannot have it, by %s',
  async (_, activate) => {
    const held = createHeldFetch();
    function Screen() {
      const [isHidden, setIsHidden] = useState(false);
      return (
        <main>
          <section aria-label="Reserved" hidden={isHidden}>
            <CancelPaymentButton transactionId="t1" onCanceled={() => setIsHidden(true)} />
          </section>
        </main>
      );
    }
    renderInApp(<Screen />, held);
    await startCanceling(undefined, activate);
    held.answer(204);
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
    expect(screen.getByLabelText('Reserved')).not.toHaveAttribute('tabindex');
  },
);

test.each(ways)('goes to finalFocus when the button is gone, by %s', async (_, activate) => {
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
  await startCanceling(undefined, activate);
  held.answer(204);
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Your payments' })).toHaveFocus());
});

test('goes back to the button, not to finalFocus, while there is one', async () => {
  const finalFocus = { current: document.createElement('button') };
  document.body.append(finalFocus.current);
  renderInApp(<CancelPaymentButton transactionId="t1" finalFocus={finalFocus} />, createHeldFetch());
  await click(trigger());
  await dialog();
  await userEvent.keyboard('{Escape}');
  await closed();
  expect(trigger()).toHaveFocus();
  finalFocus.current.remove();
});

test.each(ways)('stays where the screen has moved it meanwhile, by %s', async (_, activate) => {
  const held = createHeldFetch();
  function Screen() {
    const [isDone, setIsDone] = useState(false);
    return isDone ? (
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next step of a checkout
      <input aria-label="Pump" autoFocus />
    ) : (
      <CancelPaymentButton transactionId="t1" onCanceled={() => setIsDone(true)} />
    );
  }
  renderInApp(<Screen />, held);
  await startCanceling(undefined, activate);
  held.answer(204);
  await closed();
  expect(screen.getByRole('textbox', { name: 'Pump' })).toHaveFocus();
});

test('is the screen’s own business if it says so', async () => {
  const { Root, Trigger, Portal, Content, Title, Description, Keep } = CancelPayment;
  function Screen() {
    const help = useRef<HTMLButtonElement>(null);
    return (
      <Root transactionId="t1">
        <Trigger />
        <button type="button" ref={help}>
          Help
        </button>
        <Portal>
          <Content
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              help.current?.focus();
            }}
          >
            <Title />
            <Description />
            <Keep />
          </Content>
        </Portal>
      </Root>
    );
  }
  renderInApp(<Screen />, createHeldFetch());
  await click(trigger());
  await click(await inDialog('Keep payment'));
  await closed();
  expect(screen.getByRole('button', { name: 'Help' })).toHaveFocus();
});
