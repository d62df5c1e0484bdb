import { screen, waitFor } from '@testing-library/react';
import { useRef, useState } from 'react';
import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import * as CancelPayment from '../../src/parts.ts';
import { waitForAnimations } from '../support/animations.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getTrigger, waitForClose } from '../support/dialogQueries.ts';
import { click, inputMethods, outsideInputMethods, startCanceling } from '../support/gestures.ts';
import { pageResidue } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

describe.each(inputMethods)('by %s', (_, activate) => {
  test('the dialog opens with focus on Keep, which closes it and returns focus to the button', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />, server);
    const before = pageResidue();

    await activate(getTrigger());
    const opened = await findDialog();
    expect(opened).toHaveAttribute('aria-modal', 'true');
    expect(opened).toHaveAccessibleDescription(/release the €80\.00 reserved/);
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    expect(pageResidue()).not.toEqual(before);

    await activate(await findDialogButton('Keep payment'));
    await waitFor(() => expect(getTrigger()).toHaveFocus());
    await waitForClose();
    expect(pageResidue()).toEqual(before);
    expect(server.requestedIds).toEqual([]);
  });

  test('a dialog without a trigger returns focus to where it was', async () => {
    function Page() {
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
    renderInApp(<Page />, createControlledFetch());
    const opener = screen.getByRole('button', { name: 'Stop fueling' });
    await activate(opener);
    await findDialog();
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    await activate(await findDialogButton('Keep payment'));
    await waitForClose();
    expect(opener).toHaveFocus();
  });
});

test('a dialog without a trigger returns focus to the button that opened it, in a browser that does not focus pressed buttons', async () => {
  function Page() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <input aria-label="Pump" />
        {/* As Safari: a press takes focus away, and does not give it to the button. */}
        <button
          type="button"
          onMouseDown={(event) => {
            event.preventDefault();
            if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          }}
          onClick={() => setOpen(true)}
        >
          Stop fueling
        </button>
        <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} />
      </>
    );
  }
  renderInApp(<Page />, createControlledFetch());
  await click(screen.getByRole('textbox', { name: 'Pump' }));
  const opener = screen.getByRole('button', { name: 'Stop fueling' });
  await click(opener);
  await findDialog();
  await click(await findDialogButton('Keep payment'));
  await waitForClose();
  expect(opener).toHaveFocus();
});

test('Tab and Shift+Tab keep focus inside the dialog', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  await click(getTrigger());
  await findDialog();
  const order: (string | null | undefined)[] = [];
  for (const shift of [false, false, true, true]) {
    await userEvent.tab({ shift });
    order.push(document.activeElement?.textContent);
  }
  expect(order).toEqual(['Cancel payment', 'Keep payment', 'Cancel payment', 'Keep payment']);
});

test.each(outsideInputMethods)(
  'focus stays inside the dialog when something outside is clicked, by %s',
  async (_, useOutside) => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    await findDialog();
    await useOutside();
    await waitForAnimations();
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    expect(await findDialogButton('Keep payment')).toHaveFocus();
  },
);

test('Escape closes the dialog and returns focus to the button', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  await click(getTrigger());
  await findDialog();
  await userEvent.keyboard('{Escape}');
  await waitForClose();
  expect(getTrigger()).toHaveFocus();
});

test.each(inputMethods)(
  'focus moves to the list when the row of a canceled payment is removed immediately, by %s',
  async (_, activate) => {
    const server = createControlledFetch();
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
    renderInApp(<Rows />, server);
    await startCanceling('Cancel t1', activate);
    server.respond(204);
    const list = screen.getByRole('list', { name: 'Payments', hidden: true });
    await waitFor(() => expect(list).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Cancel t1' })).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');

    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Cancel t2' })).toHaveFocus();
    expect(list).not.toHaveAttribute('tabindex'); // it was temporary
  },
);

test.each(inputMethods)(
  'focus moves to the section when the button is removed after focus has returned to it, by %s',
  async (_, activate) => {
    const server = createControlledFetch();
    function Page({ isVisible }: { isVisible: boolean }) {
      return <section aria-label="Payments">{isVisible && <CancelPaymentButton transactionId="t1" />}</section>;
    }
    const { rerender } = renderInApp(<Page isVisible />, server);
    await startCanceling(undefined, activate);
    server.respond(204);
    const done = await screen.findByRole('button', { name: 'Payment canceled' });
    await waitFor(() => expect(done).toHaveFocus());
    rerender(<Page isVisible={false} />);
    await waitFor(() => expect(screen.getByRole('region', { name: 'Payments' })).toHaveFocus());
  },
);

test.each(inputMethods)(
  'focus skips a section that is hidden, and leaves no tabindex on it, by %s',
  async (_, activate) => {
    const server = createControlledFetch();
    function Page() {
      const [isHidden, setIsHidden] = useState(false);
      return (
        <main>
          <section aria-label="Reserved" hidden={isHidden}>
            <CancelPaymentButton transactionId="t1" onCanceled={() => setIsHidden(true)} />
          </section>
        </main>
      );
    }
    renderInApp(<Page />, server);
    await startCanceling(undefined, activate);
    server.respond(204);
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
    expect(screen.getByLabelText('Reserved')).not.toHaveAttribute('tabindex');
  },
);

test.each(inputMethods)('focus moves to finalFocus when the button is removed, by %s', async (_, activate) => {
  const server = createControlledFetch();
  function Page() {
    const heading = useRef<HTMLHeadingElement>(null);
    const [isVisible, setIsVisible] = useState(true);
    return (
      <main>
        <h1 ref={heading} tabIndex={-1}>
          Your payments
        </h1>
        {isVisible && (
          <CancelPaymentButton transactionId="t1" finalFocus={heading} onCanceled={() => setIsVisible(false)} />
        )}
      </main>
    );
  }
  renderInApp(<Page />, server);
  await startCanceling(undefined, activate);
  server.respond(204);
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Your payments' })).toHaveFocus());
});

test('focus returns to the button, not to finalFocus, while the button is there', async () => {
  const finalFocus = { current: document.createElement('button') };
  document.body.append(finalFocus.current);
  renderInApp(<CancelPaymentButton transactionId="t1" finalFocus={finalFocus} />, createControlledFetch());
  await click(getTrigger());
  await findDialog();
  await userEvent.keyboard('{Escape}');
  await waitForClose();
  expect(getTrigger()).toHaveFocus();
  finalFocus.current.remove();
});

test.each(inputMethods)('focus stays where the app has moved it in the meantime, by %s', async (_, activate) => {
  const server = createControlledFetch();
  function Page() {
    const [isDone, setIsDone] = useState(false);
    return isDone ? (
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next step of a checkout
      <input aria-label="Pump" autoFocus />
    ) : (
      <CancelPaymentButton transactionId="t1" onCanceled={() => setIsDone(true)} />
    );
  }
  renderInApp(<Page />, server);
  await startCanceling(undefined, activate);
  server.respond(204);
  await waitForClose();
  expect(screen.getByRole('textbox', { name: 'Pump' })).toHaveFocus();
});

test('onCloseAutoFocus lets the app move focus itself', async () => {
  const { Root, Trigger, Portal, Content, Title, Description, Keep } = CancelPayment;
  function Page() {
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
  renderInApp(<Page />, createControlledFetch());
  await click(getTrigger());
  await click(await findDialogButton('Keep payment'));
  await waitForClose();
  expect(screen.getByRole('button', { name: 'Help' })).toHaveFocus();
});
