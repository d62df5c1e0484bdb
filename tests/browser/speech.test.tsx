import { screen, waitFor, within } from '@testing-library/react';
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
import { createHeldFetch } from '../support/createHeldFetch.ts';
import { listen, withPlainSpaces } from '../support/listen.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

const inDialog = (name: string) => within(screen.getByRole('alertdialog')).findByRole('button', { name });
const focused = (name: string) => waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus());
const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());

test('a payment is canceled at the third attempt, heard from beginning to end', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />, held);
  const { heard } = await listen(en.title);
  const lost = [408, undefined, { 'Request-Id': 'r-42' }] as const;
  const explained =
    'assertive: We couldn’t confirm the cancellation: the answer took too long. Trying again is safe. Reference: r-42';

  await userEvent.tab();
  expect(await heard()).toEqual(['button, Cancel payment, not expanded, has popup dialog']);

  await userEvent.keyboard('{Enter}');
  await focused('Keep payment');
  expect(await heard()).toEqual([
    'alertdialog, Cancel this payment?, We’ll release the €80.00 reserved for fueling. Your bank decides when that shows in your account., modal',
    'button, Keep payment',
  ]);

  await userEvent.tab();
  expect(await heard()).toEqual(['button, Cancel payment']);

  await userEvent.keyboard('{Enter}');
  await inDialog('Canceling…');
  expect(await heard()).toEqual(['polite: Canceling…']);

  held.answer(...lost);
  await inDialog('Try again');
  expect(await heard()).toEqual([explained]);

  await userEvent.keyboard('{Enter}');
  await inDialog('Canceling…');
  expect(await heard()).toEqual(['polite: Canceling…']);

  held.answer(...lost); // the same once more
  await inDialog('Try again');
  expect(await heard()).toEqual([explained]);

  await userEvent.keyboard('{Enter}');
  await inDialog('Canceling…');
  expect(await heard()).toEqual(['polite: Canceling…']);

  held.answer(204);
  await focused('Payment canceled');
  expect(await heard()).toEqual(['polite: Payment canceled', 'button, Payment canceled, disabled']);
});

test('the same in German', async () => {
  const held = createHeldFetch();
  const ui = <CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} />;
  renderInApp(ui, { ...held, messages: de });
  const { heard } = await listen(de.title);

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focused(de.keep);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await inDialog(de.pending);
  held.answer(408);
  await inDialog(de.retry);
  await userEvent.keyboard('{Enter}');
  await inDialog(de.pending);
  held.answer(204);
  await focused(de.canceled);
  const expected = [
    `button, ${de.trigger}, not expanded, has popup dialog`,
    `alertdialog, ${de.title}, ${de.description({ amount: '80,00 €' })}, modal`,
    `button, ${de.keep}`,
    `button, ${de.confirm}`,
    `polite: ${de.pending}`,
    `assertive: ${de.errors.timeout}`,
    `polite: ${de.pending}`,
    `polite: ${de.canceled}`,
    `button, ${de.canceled}, disabled`,
  ];
  expect(await heard()).toEqual(expected.map(withPlainSpaces));
});

test('a payment is kept', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  const { heard } = await listen(en.title);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focused('Keep payment');
  await heard();
  await userEvent.keyboard('{Enter}');
  await closed();
  expect(await heard()).toEqual(['button, Cancel payment, not expanded, has popup dialog']);
});

test('the dialog is read from its question to its buttons, and nothing of the page is in it', async () => {
  const held = createHeldFetch();
  const ui = (
    <main>
      <h1>Your payments</h1>
      <CancelPaymentButton transactionId="t1" />
    </main>
  );
  renderInApp(ui, held);
  const { read } = await listen(en.title);
  const description =
    'We’ll release the amount reserved for fueling. Your bank decides when that shows in your account.';
  const error = 'We couldn’t confirm the cancellation: the answer took too long. Trying again is safe.';

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focused('Keep payment');
  expect(await read()).toEqual([
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
  await inDialog('Canceling…');
  expect((await read()).filter((phrase) => phrase.startsWith('button'))).toEqual([
    'button, Keep payment, disabled',
    'button, Canceling…, disabled',
  ]);

  held.answer(408, undefined, { 'Request-Id': 'r-42' });
  await inDialog('Try again');
  expect(await read()).toEqual([
    `alertdialog, Cancel this payment?, ${error} Reference: r-42, modal`,
    'heading, Cancel this payment?, level 2',
    'alert',
    'paragraph',
    error,
    'Reference: r-42',
    'end of paragraph',
    'end of alert',
    'button, Close',
    'button, Try again',
    `end of alertdialog, Cancel this payment?, ${error} Reference: r-42, modal`,
  ]);
});

test('a success is heard even if the row goes with its button', async () => {
  const held = createHeldFetch();
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
  renderInApp(<Rows />, held);
  await confirm();
  const { heard } = await listen(en.title);
  held.answer(204);
  await waitFor(() => expect(screen.getByRole('list', { name: 'Payments' })).toHaveFocus());
  expect(await heard()).toEqual(['polite: Payment canceled', 'list, Payments']);
});

test('after signing in, the way on is heard', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={() => {}} />, held);
  const { heard } = await listen(en.title);
  await confirm();
  held.answer(401);
  await focused('Sign in');
  await heard();
  await userEvent.keyboard('{Enter}');
  await focused('Try again');
  expect(await heard()).toEqual(['polite: Try again']);
});

/** By keyboard, up to the request. */
async function confirm(messages: CancelPaymentMessages = en) {
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focused(messages.keep);
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
}

describe('each outcome, as the sandbox answers it', () => {
  const canceled = ['polite: Payment canceled', 'button, Payment canceled, disabled'];
  const close = 'button, Close'; // focus is there, because there is nothing else to do
  const reference = ' Reference: 5a4db0c0-0000-4000-9000-000000000001';

  /** What a user hears after confirming, besides "Canceling…", and where focus is then. */
  const outcomes: Record<'canceled' | PayErrorCode, [heard: string[], focus: string]> = {
    'canceled': [canceled, 'Payment canceled'],
    'forbidden': [[close, `assertive: ${en.errors.forbidden}${reference}`], 'Close'],
    'not-found': [[close, `assertive: ${en.errors['not-found']}${reference}`], 'Close'],
    'insufficient-scope': [[close, `assertive: ${en.errors['insufficient-scope']}${reference}`], 'Close'],
    'invalid-request': [[close, `assertive: ${en.errors['invalid-request']}${reference}`], 'Close'],
    'invalid-transaction-id': [[close, `assertive: ${en.errors['invalid-transaction-id']}`], 'Close'],
    'missing-linked-identity': [[`assertive: ${en.errors['missing-linked-identity']}${reference}`], 'Link account'],
    'unauthorized': [[`assertive: ${en.errors.unauthorized}${reference}`], 'Sign in'],
    'rate-limited': [[`assertive: ${en.errors['rate-limited']}${reference}`], 'Try again'],
    'timeout': [[`assertive: ${en.errors.timeout}${reference}`], 'Try again'],
    'unexpected-response': [[`assertive: ${en.errors['unexpected-response']}${reference}`], 'Try again'],
    // After two repeats of its own, hence the third request's id.
    'server-error': [[`assertive: ${en.errors['server-error']}${reference.slice(0, -1)}3`], 'Try again'],
    'upstream-error': [[`assertive: ${en.errors['upstream-error']}${reference.slice(0, -1)}3`], 'Try again'],
    'network-error': [[`assertive: ${en.errors['network-error']}`], 'Try again'],
  };

  test.each(Object.entries(outcomes))('%s', async (outcome, [phrases, focus]) => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // repeats without a delay
    const ids: Record<string, string> = { ...sandboxTransactions, 'invalid-transaction-id': '..' };
    const props: Partial<CancelPaymentButtonProps> = { onLinkIdentity: () => {}, onSignIn: () => {} };
    const sandbox = createPaySandbox();
    renderInApp(<CancelPaymentButton transactionId={ids[outcome] ?? ''} {...props} />, sandbox);
    const { heard } = await listen(en.title);
    await confirm();
    await focused(focus);
    expect((await heard()).slice(4)).toEqual(['polite: Canceling…', ...phrases]);
  });
});
