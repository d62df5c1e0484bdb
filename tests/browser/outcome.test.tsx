import { screen, waitFor, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton, type CancelPaymentMessages } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import * as CancelPayment from '../../src/parts.ts';
import { en } from '../../src/locales.ts';
import { waitForAnimations } from '../support/animations.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getTrigger,
  getDialog,
  waitForClose,
} from '../support/dialogQueries.ts';
import { click, inputMethods, startCanceling } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';
import { withResolvers } from '../support/withResolvers.ts';

setUpDialogTests();
afterEach(() => {
  vi.unstubAllGlobals();
});

const getAlert = () => within(getDialog()).getByRole('alert');

/** Records the text of `element` each time that something in it changes. */
function recordText(element: Element): string[] {
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(element.textContent));
  observer.observe(element, { childList: true, characterData: true, subtree: true, attributes: true });
  return seen;
}

describe.each(inputMethods)('by %s', (_, activate) => {
  test('a success closes the dialog, is announced outside of it, and returns focus to the button', async () => {
    const server = createControlledFetch();
    const onCanceled = vi.fn();
    const onOpenChange = vi.fn();
    const props = { transactionId: 't1', onCanceled, onOpenChange };
    renderInApp(<CancelPaymentButton {...props} />, server);
    await activate(getTrigger());
    await findDialog();
    const status = screen.getByRole('status');
    expect(status).toBeEmptyDOMElement(); // it is in the document before it is needed
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');

    server.respond(204);
    const done = await findCanceledButton();
    await waitFor(() => expect(done).toHaveFocus());
    await waitForClose();
    expect(status).toBeInTheDocument();
    expect(status).toHaveTextContent('Payment canceled');
    expect(status).toHaveAttribute('lang', 'en');
    expect(done).toHaveAttribute('data-status', 'canceled');
    expect(done).toHaveAttribute('data-state', 'closed');
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(onOpenChange.mock.calls).toEqual([[true], [false]]);

    await activate(done);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(onOpenChange).toHaveBeenCalledTimes(2);
  });

  test('a final error offers only Close, which has focus, and is gone when the dialog opens again', async () => {
    const server = createControlledFetch();
    const onError = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" onError={onError} />, server);
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(403, { errors: [{ code: 'forbidden', detail: 'Nicht mehr offen' }] }, { 'Request-Id': 'r-42' });

    const close = await findDialogButton('Close');
    await waitFor(() => expect(close).toHaveFocus());
    const opened = await findDialog('This payment can’t be canceled');
    expect(within(opened).getAllByRole('button')).toEqual([close]);
    expect(opened).toHaveAttribute('data-status', 'error');
    expect(opened).not.toHaveAttribute('aria-busy');
    expect(getTrigger(undefined, { expanded: true })).toHaveAttribute('data-status', 'error');
    expect(getTrigger(undefined, { expanded: true })).toHaveAttribute('data-state', 'open');
    expect(getAlert()).toHaveTextContent('can no longer be canceled');
    expect(getAlert()).toHaveTextContent('Reference: r-42');
    expect(opened).toHaveAccessibleDescription(/can no longer be canceled/);
    expect(opened).not.toHaveTextContent('Nicht mehr offen');
    expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['forbidden']);

    await activate(close);
    await waitFor(() => expect(getTrigger()).toHaveFocus());
    await waitForClose();
    await activate(getTrigger());
    await findDialog('Cancel this payment?');
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    expect(await findDialogButton('Cancel payment')).not.toHaveAttribute('aria-disabled');
    expect(getAlert()).toBeEmptyDOMElement();
    expect(await findDialog()).toHaveAttribute('data-status', 'idle');
  });

  test('the same error twice is announced twice, and focus stays on the button', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    const region = getAlert();
    const announced: string[] = [];
    const observer = new MutationObserver(() => announced.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });

    server.respond(408);
    const retry = await findDialogButton('Try again');
    expect(retry).toHaveFocus();
    await activate(retry);
    await findDialogButton('Canceling…');
    server.respond(408);
    expect(await findDialogButton('Try again')).toHaveFocus();
    observer.disconnect();
    const text = expect.stringContaining('took too long to respond');
    expect(announced).toEqual([text, '', text]);
    expect(region).toBeInTheDocument();
    expect(within(await findDialog()).queryByRole('button', { name: 'Keep payment' })).not.toBeInTheDocument();

    await activate(await findDialogButton('Close'));
    await waitForClose();
    expect(server.requestedIds).toEqual(['t1', 't1']);
  });

  test.each([
    ['missing-linked-identity', 'onLinkIdentity', 'Link account'],
    ['unauthorized', 'onSignIn', 'Sign in'],
  ] as const)(
    '%s offers the action of %s, for which the dialog leaves the page, then a retry',
    async (code, callback, label) => {
      const server = createControlledFetch();
      const settle = withResolvers();
      const props = { transactionId: 't1', [callback]: () => settle.promise };
      renderInApp(<CancelPaymentButton {...props} />, server);
      await activate(getTrigger());
      await findDialog();
      await activate(await findDialogButton('Cancel payment'));
      await findDialogButton('Canceling…');
      server.respond(401, { errors: [{ code }] });

      const action = await findDialogButton(label);
      expect(action).toHaveFocus();
      expect(await findDialog()).toHaveAccessibleName('One more step');
      await activate(action);
      await waitForClose();
      await waitFor(() => expect(getTrigger()).toHaveFocus());
      settle.resolve();
      await findDialog('Cancel this payment?');
      await waitFor(async () => expect(await findDialogButton('Close')).toHaveFocus());
      await activate(await findDialogButton('Try again'));
      await findDialogButton('Canceling…');
      server.respond(204);
      await waitFor(async () => expect(await findCanceledButton()).toHaveFocus());
      expect(server.requestedIds).toEqual(['t1', 't1']);
    },
  );

  test('a sign-in that never ends does not keep the payment from being canceled', async () => {
    const server = createControlledFetch();
    const onSignIn = () => new Promise<never>(() => {});
    const onOpenChange = vi.fn();
    const ui = (transactionId: string) => (
      <CancelPaymentButton transactionId={transactionId} onSignIn={onSignIn} onOpenChange={onOpenChange} />
    );
    const { rerender } = renderInApp(ui('t1'), server);
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(401);
    await activate(await findDialogButton('Sign in'));
    await waitForClose();
    expect(onOpenChange.mock.calls).toEqual([[true]]); // it is only away
    rerender(ui('t2'));
    await activate(getTrigger());
    await findDialog('Cancel this payment?');
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    expect(await findCanceledButton()).toBeVisible();
  });
});

test.each(inputMethods)('callbacks that throw are reported, and have no other effect, by %s', async (_, activate) => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const server = createControlledFetch();
  const fail = (name: string) => () => {
    throw new Error(name);
  };
  const props = { onCanceled: fail('onCanceled'), onError: fail('onError'), onSignIn: fail('onSignIn') };
  const { rerender } = renderInApp(<CancelPaymentButton transactionId="t1" {...props} />, server);
  await startCanceling(undefined, activate);
  rerender(<CancelPaymentButton transactionId="t1" {...props} onOpenChange={fail('onOpenChange')} />);
  server.respond(401);
  await activate(await findDialogButton('Sign in'));
  await activate(await findDialogButton('Try again'));
  await findDialogButton('Canceling…');
  server.respond(204);
  await waitFor(async () => expect(await findCanceledButton()).toHaveFocus());
  await waitForClose();
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
  expect(reported.mock.calls.map(([error]) => error.message)).toEqual([
    'onError',
    'onSignIn',
    'onOpenChange',
    'onCanceled',
  ]);
});

describe('the text does not change while the dialog fades out', () => {
  test('after a success', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await startCanceling();
    const opened = await findDialog();
    const { textContent } = opened;
    const seen = recordText(opened);
    server.respond(204);
    await waitFor(() => expect(opened).toHaveAttribute('data-state', 'closed'));
    await waitForClose();
    expect([...new Set(seen)]).toEqual([textContent]);
  });

  test('after an error', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await startCanceling();
    server.respond(403);
    const close = await findDialogButton('Close');
    const opened = await findDialog();
    const { textContent } = opened;
    const seen = recordText(opened);
    await click(close);
    await waitFor(() => expect(opened).toHaveAttribute('data-state', 'closed'));
    await waitForClose();
    expect([...new Set(seen)]).toEqual([textContent]);
  });
});

describe('the dialog has its own language and direction', () => {
  const arabic: CancelPaymentMessages = {
    ...en,
    locale: 'ar',
    title: 'إلغاء هذه الدفعة؟',
    canceled: 'تم إلغاء الدفعة',
  };
  const opened = () => screen.findByRole('alertdialog');

  afterEach(() => document.documentElement.removeAttribute('dir'));

  test('in Arabic, on a page without a direction', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, { ...server, messages: arabic });
    expect(getTrigger()).toHaveAttribute('lang', 'ar');
    await click(getTrigger());
    expect(await opened()).toHaveAttribute('lang', 'ar');
    expect(getComputedStyle(await opened()).direction).toBe('rtl');
    await click(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await screen.findByRole('button', { name: arabic.canceled });
    expect(screen.getByRole('status')).toHaveAttribute('lang', 'ar');
  });

  test('in English, on a right-to-left page', async () => {
    document.documentElement.dir = 'rtl';
    renderInApp(<CancelPaymentDialog transactionId="t1" defaultOpen />, createControlledFetch());
    expect(await opened()).toHaveAttribute('lang', 'en');
    expect(getComputedStyle(await opened()).direction).toBe('ltr');
    await waitForAnimations();
  });

  test('but a label of the app has no lang until it is replaced', async () => {
    const server = createControlledFetch();
    renderInApp(
      <CancelPaymentButton transactionId="t1" onOpenChange={() => {}}>
        Zapfsäule freigeben
      </CancelPaymentButton>,
      server,
    );
    expect(getTrigger('Zapfsäule freigeben')).not.toHaveAttribute('lang');
    await startCanceling('Zapfsäule freigeben');
    server.respond(204);
    expect(await findCanceledButton()).toHaveAttribute('lang', 'en');
  });

  test('which props of the parts override', async () => {
    const { Root, Trigger, Portal, Content, Title, Description, Keep } = CancelPayment;
    const DesignSystemButton = (props: ComponentProps<'button'>) => <button {...props} type="button" />;
    renderInApp(
      <>
        <Root transactionId="t1" defaultOpen>
          <Trigger />
          <Portal>
            <Content lang="en-GB" dir="ltr">
              <Title />
              <Description />
              <Keep />
            </Content>
          </Portal>
        </Root>
        <Root transactionId="t2">
          <Trigger asChild>
            <DesignSystemButton />
          </Trigger>
          <Trigger>Freigeben</Trigger>
          <Trigger asChild>
            <DesignSystemButton>Abbrechen</DesignSystemButton>
          </Trigger>
          <Trigger lang="en-GB" />
        </Root>
      </>,
      createControlledFetch(),
    );
    const languages = screen
      .getAllByRole('button', { hidden: true })
      .filter((button) => button.hasAttribute('aria-haspopup'))
      .map(({ lang }) => lang);
    expect(languages).toEqual(['en', 'en', '', '', 'en-GB']);
    expect(await opened()).toHaveAttribute('lang', 'en-GB');
    expect(await opened()).toHaveAttribute('dir', 'ltr');
  });
});
