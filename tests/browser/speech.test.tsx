import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  CancelPaymentButton,
  type CancelPaymentButtonProps,
  type CancelPaymentMessages,
  type PayErrorCode,
} from '../../src/index.ts';
import { de, en } from '../../src/locales.ts';
import { createPaySandbox, sandboxTransactions } from '../../src/sandbox.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findDialogButton, waitForClose, waitForFocus } from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { startScreenReader, withPlainSpaces } from '../support/startScreenReader.ts';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

test('every step of a payment that is canceled at the third attempt is announced', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />, server);
  const { takeSpoken } = await startScreenReader(en);
  const timeout = [408, undefined, { 'Request-Id': 'r-42' }] as const;
  const timeoutAnnouncement =
    'assertive: We couldn’t confirm the cancellation because the server took too long to respond. It’s safe to try again. Reference: r-42';

  await userEvent.tab();
  expect(await takeSpoken()).toEqual(['button, Cancel payment, not expanded, has popup dialog']);

  await userEvent.keyboard('{Enter}');
  await waitForFocus('Keep payment');
  expect(await takeSpoken()).toEqual([
    'alertdialog, Cancel this payment?, We’ll release the €80.00 reserved for fueling. Your bank decides when it shows in your account., modal',
    'button, Keep payment',
  ]);

  await userEvent.tab();
  expect(await takeSpoken()).toEqual(['button, Cancel payment']);

  await userEvent.keyboard('{Enter}');
  await findDialogButton('Canceling…');
  expect(await takeSpoken()).toEqual(['polite: Canceling…']);

  server.respond(...timeout);
  await findDialogButton('Try again');
  expect(await takeSpoken()).toEqual([timeoutAnnouncement]);

  await userEvent.keyboard('{Enter}');
  await findDialogButton('Canceling…');
  expect(await takeSpoken()).toEqual(['polite: Canceling…']);

  server.respond(...timeout); // the same error again
  await findDialogButton('Try again');
  expect(await takeSpoken()).toEqual([timeoutAnnouncement]);

  await userEvent.keyboard('{Enter}');
  await findDialogButton('Canceling…');
  expect(await takeSpoken()).toEqual(['polite: Canceling…']);

  server.respond(204);
  await waitForFocus('Payment canceled');
  expect(await takeSpoken()).toEqual(['polite: Payment canceled', 'button, Payment canceled, disabled']);
});

test('every step is announced in German', async () => {
  const server = createControlledFetch();
  const ui = <CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />;
  renderInApp(ui, { ...server, messages: de });
  const { takeSpoken } = await startScreenReader(de);

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus(de.keep);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await findDialogButton(de.pending);
  server.respond(408);
  await findDialogButton(de.retry);
  await userEvent.keyboard('{Enter}');
  await findDialogButton(de.pending);
  server.respond(204);
  await waitForFocus(de.canceled);
  const expected = [
    `button, ${de.trigger}, not expanded, has popup dialog`,
    `alertdialog, ${de.title}, ${de.descriptionWithAmount.replace('{amount}', '80,00 €')}, modal`,
    `button, ${de.keep}`,
    `button, ${de.confirm}`,
    `polite: ${de.pending}`,
    `assertive: ${de.errors.timeout}`,
    `polite: ${de.pending}`,
    `polite: ${de.canceled}`,
    `button, ${de.canceled}, disabled`,
  ];
  expect(await takeSpoken()).toEqual(expected.map(withPlainSpaces));
});

test('keeping a payment returns to the button', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  const { takeSpoken } = await startScreenReader(en);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Keep payment');
  await takeSpoken();
  await userEvent.keyboard('{Enter}');
  await waitForClose();
  expect(await takeSpoken()).toEqual(['button, Cancel payment, not expanded, has popup dialog']);
});

test('the reading cursor reaches everything in the dialog, and nothing of the page', async () => {
  const server = createControlledFetch();
  const ui = (
    <main>
      <h1>Your payments</h1>
      <CancelPaymentButton transactionId="t1" />
    </main>
  );
  renderInApp(ui, server);
  const { readDialog } = await startScreenReader(en);
  const description = 'We’ll release the amount reserved for fueling. Your bank decides when it shows in your account.';
  const error =
    'We couldn’t confirm the cancellation because the server took too long to respond. It’s safe to try again.';

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Keep payment');
  expect(await readDialog()).toEqual([
    `alertdialog, Cancel this payment?, ${description}, modal`,
    'heading, Cancel this payment?, level 2',
    'paragraph',
    description,
    'end of paragraph',
    'button, Keep payment',
    'button, Cancel payment',
    `end of alertdialog, Cancel this payment?, ${description}, modal`,
  ]);

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await findDialogButton('Canceling…');
  expect((await readDialog()).filter((phrase) => phrase.startsWith('button'))).toEqual([
    'button, Keep payment, disabled',
    'button, Canceling…, disabled',
  ]);

  server.respond(408, undefined, { 'Request-Id': 'r-42' });
  await findDialogButton('Try again');
  expect(await readDialog()).toEqual([
    `alertdialog, Cancellation not confirmed, ${error} Reference: r-42, modal`,
    'heading, Cancellation not confirmed, level 2',
    'alert',
    'paragraph',
    error,
    'Reference:',
    'r-42',
    'end of paragraph',
    'end of alert',
    'button, Close',
    'button, Try again',
    `end of alertdialog, Cancellation not confirmed, ${error} Reference: r-42, modal`,
  ]);
});

test('success is announced even if the row of the payment is removed', async () => {
  const server = createControlledFetch();
  function Rows() {
    const [ids, setIds] = useState(['t1']);
    return (
      <ul aria-label="Payments">
        {ids.map((id) => (
          <li key={id}>
            <CancelPaymentButton transactionId={id} onCanceled={() => setIds([])} />
          </li>
        ))}
      </ul>
    );
  }
  renderInApp(<Rows />, server);
  await confirm();
  const { takeSpoken } = await startScreenReader(en);
  server.respond(204);
  await waitFor(() => expect(screen.getByRole('list', { name: 'Payments' })).toHaveFocus());
  expect(await takeSpoken()).toEqual(['polite: Payment canceled', 'list, Payments']);
});

test('after signing in, the next action is announced', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={() => {}} />, server);
  const { takeSpoken } = await startScreenReader(en);
  await confirm();
  server.respond(401);
  await waitForFocus('Sign in');
  await takeSpoken();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Try again');
  expect(await takeSpoken()).toEqual(['polite: Try again']);
});

/** Opens the dialog and confirms by keyboard. */
async function confirm(messages: CancelPaymentMessages = en) {
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus(messages.keep);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
}

describe('each outcome of the sandbox is announced', () => {
  const canceled = ['polite: Payment canceled', 'button, Payment canceled, disabled'];
  const withNoBreakSpace = (label: string) => label.replace(/ s$/, '\u00a0s');
  const close = 'button, Close'; // it has focus, because it is the only action
  const reference = ' Reference: 5a4db0c0-0000-4000-9000-000000000001';

  /** The phrases spoken after "Canceling…", and the button that has focus then. */
  const outcomes: Record<'canceled' | PayErrorCode, [phrases: string[], focus: string]> = {
    'canceled': [canceled, 'Payment canceled'],
    'forbidden': [[close, `assertive: ${en.errors.forbidden}${reference}`], 'Close'],
    'not-found': [[close, `assertive: ${en.errors['not-found']}${reference}`], 'Close'],
    'insufficient-scope': [[close, `assertive: ${en.errors['insufficient-scope']}${reference}`], 'Close'],
    'invalid-request': [[close, `assertive: ${en.errors['invalid-request']}${reference}`], 'Close'],
    'invalid-transaction-id': [[close, `assertive: ${en.errors['invalid-transaction-id']}`], 'Close'],
    'missing-linked-identity': [[`assertive: ${en.errors['missing-linked-identity']}${reference}`], 'Link account'],
    'unauthorized': [[`assertive: ${en.errors.unauthorized}${reference}`], 'Sign in'],
    'rate-limited': [[`assertive: ${en.errors['rate-limited']}${reference}`], withNoBreakSpace('Try again in 5 s')],
    'timeout': [[`assertive: ${en.errors.timeout}${reference}`], 'Try again'],
    'unexpected-response': [[`assertive: ${en.errors['unexpected-response']}${reference}`], 'Try again'],
    // After two automatic retries, hence the id of the third request.
    'server-error': [[`assertive: ${en.errors['server-error']}${reference.slice(0, -1)}3`], 'Try again'],
    'upstream-error': [[`assertive: ${en.errors['upstream-error']}${reference.slice(0, -1)}3`], 'Try again'],
    'network-error': [[`assertive: ${en.errors['network-error']}`], 'Try again'],
  };

  test.each(Object.entries(outcomes))('%s', async (outcome, [phrases, focus]) => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // retries without a delay
    const ids: Record<string, string> = { ...sandboxTransactions, 'invalid-transaction-id': '..' };
    const props: Partial<CancelPaymentButtonProps> = { onLinkIdentity: () => {}, onSignIn: () => {} };
    const sandbox = createPaySandbox();
    renderInApp(<CancelPaymentButton transactionId={ids[outcome] ?? ''} {...props} />, sandbox);
    const { takeSpoken } = await startScreenReader(en);
    await confirm();
    await waitForFocus(focus);
    expect((await takeSpoken()).slice(4)).toEqual(['polite: Canceling…', ...phrases]);
  });
});
