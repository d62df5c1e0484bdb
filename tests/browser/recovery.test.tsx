import * as Dialog from '@radix-ui/react-dialog';
import { act, screen, waitFor } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { CancelPaymentButton } from '../../src/index.ts';
import * as CancelPayment from '../../src/parts.ts';
import { createControlledFetch, type ControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getTrigger, waitForClose } from '../support/dialogQueries.ts';
import { click, inputMethods, startCanceling } from '../support/gestures.ts';
import { pageResidue } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';
import { withResolvers } from '../support/withResolvers.ts';

setUpDialogTests();

/** Opens the dialog and confirms, and the session turns out to have expired. */
async function confirmUnauthorized(server: ControlledFetch, activate = click): Promise<void> {
  await startCanceling(undefined, activate);
  server.respond(401);
  await findDialog('One more step');
}

describe.each(inputMethods)('while the user signs in, by %s,', (_, activate) => {
  test('the dialog leaves nothing on the page, and then offers another try', async () => {
    const server = createControlledFetch();
    const signedIn = withResolvers();
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1" onSignIn={() => signedIn.promise} />
        <p>Your payments</p>
      </>,
      server,
    );
    const before = pageResidue();
    await confirmUnauthorized(server, activate);
    await activate(await findDialogButton('Sign in'));
    await waitForClose();
    await waitFor(() => expect(pageResidue()).toEqual(before));
    expect(getTrigger()).toHaveAttribute('data-state', 'closed');

    signedIn.resolve();
    await findDialog('Cancel this payment?');
    await waitFor(async () => expect(await findDialogButton('Close')).toHaveFocus());
    await activate(await findDialogButton('Try again'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitForClose();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Payment canceled' })).toHaveFocus());
  });

  test('a click on the button brings the dialog back, even if the promise never settles', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={() => new Promise(() => {})} />, server);
    await confirmUnauthorized(server, activate);
    await activate(await findDialogButton('Sign in'));
    await waitForClose();
    await activate(getTrigger());
    await activate(await findDialogButton('Try again'));
    expect(await findDialogButton('Canceling…')).toHaveFocus();
  });
});

test('the dialog is gone without an exit animation, so that a log-in can be used right away', async () => {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = '[data-state="closed"] { animation-duration: 30s !important }';
  onTestFinished(() => style.remove());
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={() => new Promise(() => {})} />, server);
  await confirmUnauthorized(server);
  await click(await findDialogButton('Sign in'));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
});

test('a trigger of the parts brings the dialog back as well', async () => {
  const { Root, Trigger, Portal, Content, Title, Description, Keep, Confirm } = CancelPayment;
  const server = createControlledFetch();
  renderInApp(
    <Root transactionId="t1" onSignIn={() => new Promise(() => {})}>
      <Trigger />
      <Portal>
        <Content>
          <Title />
          <Description />
          <Keep />
          <Confirm />
        </Content>
      </Portal>
    </Root>,
    server,
  );
  await confirmUnauthorized(server);
  await click(await findDialogButton('Sign in'));
  await waitForClose();
  await click(getTrigger());
  await findDialog();
  await click(await findDialogButton('Try again'));
  expect(await findDialogButton('Canceling…')).toHaveFocus();
});

test('a modal of the app that opens to sign in can be used, and keeps focus', async () => {
  const server = createControlledFetch();
  function Page() {
    const [finish, setFinish] = useState<() => void>();
    const signIn = () => new Promise<void>((resolve) => setFinish(() => resolve));
    const close = () => {
      finish?.();
      setFinish(undefined);
    };
    return (
      <>
        <CancelPaymentButton transactionId="t1" onSignIn={signIn} />
        <Dialog.Root open={!!finish} onOpenChange={close}>
          <Dialog.Portal>
            <Dialog.Content aria-describedby={undefined}>
              <Dialog.Title>Sign in</Dialog.Title>
              <input aria-label="E-mail" />
              <button type="button" onClick={close}>
                Continue
              </button>
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>
      </>
    );
  }
  renderInApp(<Page />, server);
  await confirmUnauthorized(server);
  await click(await findDialogButton('Sign in'));
  const field = await screen.findByRole('textbox', { name: 'E-mail' });
  await waitForClose();
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.keyboard('driver');
  expect(field).toHaveValue('driver');
  await click(screen.getByRole('button', { name: 'Continue' }));
  await findDialog();
  await click(await findDialogButton('Try again'));
  await findDialogButton('Canceling…');
});

test('focus that the app moves in the very click stays where the app has put it', async () => {
  const server = createControlledFetch();
  const signIn = () => {
    screen.getByLabelText('E-mail').focus();
    return new Promise<void>(() => {});
  };
  renderInApp(
    <>
      <input aria-label="E-mail" />
      <CancelPaymentButton transactionId="t1" onSignIn={signIn} />
    </>,
    server,
  );
  await confirmUnauthorized(server);
  await click(await findDialogButton('Sign in'));
  await waitForClose();
  await waitFor(() => expect(screen.getByLabelText('E-mail')).toHaveFocus());
});

describe('a dialog without a trigger returns focus', () => {
  interface PageProps {
    openers: string[];
    onSignIn: () => Promise<void>;
    children?: ReactNode;
  }

  function Page({ openers, onSignIn, children }: PageProps) {
    const [open, setOpen] = useState(false);
    return (
      <>
        {openers.map((label) => (
          <button key={label} type="button" onClick={() => setOpen(true)}>
            {label}
          </button>
        ))}
        <button type="button" onClick={() => setOpen(false)}>
          Give up
        </button>
        {children}
        <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} onSignIn={onSignIn} />
      </>
    );
  }

  /** Opens the dialog by keyboard, and signs in because the session has expired. */
  async function openAndSignIn(opener: HTMLElement, server: ControlledFetch): Promise<void> {
    opener.focus();
    await userEvent.keyboard('{Enter}');
    await findDialog();
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(401);
    await click(await findDialogButton('Sign in'));
    await waitForClose();
  }

  test('to where it came from, after it was away as well', async () => {
    const server = createControlledFetch();
    const signedIn = withResolvers();
    renderInApp(<Page openers={['More']} onSignIn={() => signedIn.promise} />, server);
    const opener = screen.getByRole('button', { name: 'More' });
    await openAndSignIn(opener, server);
    await waitFor(() => expect(opener).toHaveFocus());
    signedIn.resolve();
    await findDialog();
    await click(await findDialogButton('Close'));
    await waitForClose();
    await waitFor(() => expect(opener).toHaveFocus());
  });

  test('to where it came from, even if the log-in that had it is gone', async () => {
    const server = createControlledFetch();
    const signedIn = withResolvers();
    function PageWithLogIn() {
      const [isSigningIn, setIsSigningIn] = useState(false);
      const signIn = () => {
        setIsSigningIn(true);
        return signedIn.promise;
      };
      return (
        <Page openers={['More']} onSignIn={signIn}>
          {isSigningIn && (
            <button type="button" ref={(button) => button?.focus()} onClick={() => setIsSigningIn(false)}>
              Continue
            </button>
          )}
        </Page>
      );
    }
    renderInApp(<PageWithLogIn />, server);
    const opener = screen.getByRole('button', { name: 'More' });
    await openAndSignIn(opener, server);
    await click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(document.body).toHaveFocus());
    signedIn.resolve();
    await findDialog();
    await click(await findDialogButton('Close'));
    await waitForClose();
    await waitFor(() => expect(opener).toHaveFocus());
  });

  test('to what opened it the next time, after it was closed while it was away', async () => {
    const server = createControlledFetch();
    renderInApp(<Page openers={['First', 'Second']} onSignIn={() => new Promise(() => {})} />, server);
    await openAndSignIn(screen.getByRole('button', { name: 'First' }), server);
    await click(screen.getByRole('button', { name: 'Give up' }));
    const second = screen.getByRole('button', { name: 'Second' });
    await click(second);
    await findDialog();
    await click(await findDialogButton('Keep payment'));
    await waitForClose();
    await waitFor(() => expect(second).toHaveFocus());
  });
});

test('a dialog that the app closes meanwhile does not come back', async () => {
  const server = createControlledFetch();
  const signedIn = withResolvers();
  const ui = (open: boolean) => (
    <CancelPaymentDialog transactionId="t1" open={open} onSignIn={() => signedIn.promise} />
  );
  const { rerender } = renderInApp(ui(true), server);
  await click(await findDialogButton('Cancel payment'));
  await findDialogButton('Canceling…');
  server.respond(401);
  await click(await findDialogButton('Sign in'));
  await waitForClose();
  rerender(ui(false));
  await act(async () => signedIn.resolve());
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  rerender(ui(true));
  await findDialog('Cancel this payment?');
  await click(await findDialogButton('Cancel payment'));
  expect(await findDialogButton('Canceling…')).toHaveFocus();
});

test('without a promise the dialog stays, and offers another try immediately', async () => {
  const server = createControlledFetch();
  const onSignIn = vi.fn();
  renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={onSignIn} />, server);
  await confirmUnauthorized(server);
  const signIn = await findDialogButton('Sign in');
  await click(signIn);
  expect(await findDialogButton('Try again')).toBe(signIn);
  expect(signIn).toHaveFocus();
  expect(onSignIn).toHaveBeenCalledTimes(1);
});
