import { MutationCache, QueryClient } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  CancelPaymentButton,
  PayError,
  type CancelPaymentButtonProps,
  type PayClient,
  type PayErrorCode,
} from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { de, en } from '../../src/locales.ts';
import { getDialog, getDialogButtonLabels } from '../support/dialogQueries.ts';
import { renderInApp, type AppOptions } from '../support/renderInApp.tsx';
import { withResolvers } from '../support/withResolvers.ts';

beforeAll(() => CancelPaymentButton.preload());

/** A client whose calls fail with these errors, in order, and then succeed. */
function createFailingClient(...errors: unknown[]): PayClient & { calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    async cancelPreAuth({ transactionId }) {
      calls.push(transactionId);
      if (errors.length > 0) throw errors.shift();
    },
  };
}

/** Replaces the browser's `reportError`, which jsdom lacks. */
function captureReportedErrors() {
  const reportError = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', reportError);
  return reportError;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

async function openAndConfirm(props: Partial<CancelPaymentButtonProps>, options: Partial<AppOptions> = {}) {
  const user = userEvent.setup();
  const queryClient = options.queryClient ?? new QueryClient();
  renderInApp(<CancelPaymentButton transactionId="t1" {...props} />, { fetch, ...options, queryClient });
  const messages = options.messages ?? en;
  await user.click(screen.getByRole('button', { name: messages.trigger }));
  await user.click(
    await within(await screen.findByRole('alertdialog')).findByRole('button', { name: messages.confirm }),
  );
  return user;
}

const final: PayErrorCode[] = [
  'forbidden',
  'not-found',
  'insufficient-scope',
  'invalid-request',
  'invalid-transaction-id',
];
const unknownOutcome: PayErrorCode[] = ['network-error', 'timeout', 'unexpected-response', 'upstream-error'];
const retryable: PayErrorCode[] = [...unknownOutcome, 'rate-limited', 'server-error'];

describe.each([
  ['en', en],
  ['de', de],
])('in %s', (_, messages) => {
  test.each(final)('%s is final: shows its message and only Close', async (code) => {
    await openAndConfirm({ client: createFailingClient(new PayError(code)) }, { messages });
    expect(await screen.findByText(messages.errors[code])).toBeVisible();
    expect(getDialogButtonLabels()).toEqual([messages.close]);
  });

  test.each(retryable)('%s can be retried: shows its message, Close and Try again', async (code) => {
    const client = createFailingClient(new PayError(code));
    const user = await openAndConfirm({ client }, { messages });
    expect(await screen.findByText(messages.errors[code])).toBeVisible();
    expect(getDialogButtonLabels()).toEqual([messages.close, messages.retry]);
    await user.click(screen.getByRole('button', { name: messages.retry }));
    expect(await screen.findByRole('button', { name: messages.canceled })).toBeVisible();
    expect(client.calls).toEqual(['t1', 't1']);
  });

  test.each([
    ['missing-linked-identity', 'onLinkIdentity', messages.linkIdentity],
    ['unauthorized', 'onSignIn', messages.signIn],
  ] as const)('%s offers the action of %s, then a retry', async (code, callback, label) => {
    const settle = withResolvers();
    const user = await openAndConfirm(
      { client: createFailingClient(new PayError(code)), [callback]: () => settle.promise },
      { messages },
    );
    expect(await screen.findByText(messages.errors[code])).toBeVisible();
    expect(getDialogButtonLabels()).toEqual([messages.close, label]);
    await user.click(screen.getByRole('button', { name: label }));
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    settle.resolve();
    await user.click(await screen.findByRole('button', { name: messages.retry }));
    expect(await screen.findByRole('button', { name: messages.canceled })).toBeVisible();
  });

  test.each(['missing-linked-identity', 'unauthorized'] as const)(
    '%s offers only Close without a callback of the app',
    async (code) => {
      await openAndConfirm({ client: createFailingClient(new PayError(code)) }, { messages });
      expect(await screen.findByText(messages.errors[code])).toBeVisible();
      expect(getDialogButtonLabels()).toEqual([messages.close]);
    },
  );
});

test('a sign-in that fails is reported, and the user can still try again', async () => {
  const reported = captureReportedErrors();
  const failure = new Error('popup closed');
  const user = await openAndConfirm({
    client: createFailingClient(new PayError('unauthorized')),
    onSignIn: () => Promise.reject(failure),
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  expect(reported).toHaveBeenCalledWith(failure);
});

test('two clicks in one tick call onSignIn once, and the dialog is away until it resolves', async () => {
  const settle = withResolvers();
  const onSignIn = vi.fn(() => settle.promise);
  await openAndConfirm({ client: createFailingClient(new PayError('unauthorized')), onSignIn });
  const signIn = await screen.findByRole('button', { name: 'Sign in' });
  act(() => {
    signIn.click();
    signIn.click();
  });
  expect(onSignIn).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  settle.resolve();
  expect(await screen.findByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled');
  expect(within(getDialog()).getByRole('alert')).toBeEmptyDOMElement(); // "your session has expired" no longer applies
});

test('a sign-in of an earlier attempt that resolves late does not affect the current attempt', async () => {
  const signIns = [withResolvers(), withResolvers()];
  const client = createFailingClient(new PayError('unauthorized'), new PayError('unauthorized'));
  const onSignIn = vi.fn(() => signIns[onSignIn.mock.calls.length - 1]?.promise);
  const user = userEvent.setup();
  const ui = (open: boolean) => (
    <CancelPaymentDialog transactionId="t1" client={client} open={open} onSignIn={onSignIn} />
  );
  const { rerender } = renderInApp(ui(true), { fetch });
  const confirmAndSignIn = async () => {
    await user.click(await screen.findByRole('button', { name: 'Cancel payment' }));
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  };
  await confirmAndSignIn();
  rerender(ui(false));
  rerender(ui(true));
  await confirmAndSignIn();
  await act(async () => signIns[1]?.resolve());
  expect(getDialogButtonLabels()).toEqual(['Close', 'Try again']);
  await act(async () => signIns[0]?.resolve());
  expect(getDialogButtonLabels()).toEqual(['Close', 'Try again']);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(client.calls).toHaveLength(3);
});

test('an error is handled each time, even if the client throws the same object', async () => {
  const unauthorized = new PayError('unauthorized');
  const onSignIn = vi.fn();
  const user = await openAndConfirm({ client: createFailingClient(unauthorized, unauthorized), onSignIn });
  await user.click(await screen.findByRole('button', { name: 'Sign in' }));
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(en.errors.unauthorized)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(onSignIn).toHaveBeenCalledTimes(2);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Payment canceled' })).toBeVisible();
});

test('the same error is announced again even if it occurs immediately', async () => {
  const user = await openAndConfirm({ client: createFailingClient(new PayError('timeout'), new PayError('timeout')) });
  const first = await screen.findByText(en.errors.timeout);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(en.errors.timeout)).not.toBe(first);
});

test('an error that is not a PayError is reported, and the user reads that the outcome is unknown', async () => {
  const reported = captureReportedErrors();
  const bug = new TypeError('bug');
  const onError = vi.fn();
  await openAndConfirm({ client: createFailingClient(bug), onError });
  expect(await screen.findByText(en.errors['unexpected-response'])).toBeVisible();
  expect(reported.mock.calls).toEqual([[bug]]);
  expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['unexpected-response']);
});

test('the request id is shown as a reference, and the API’s messages are not shown', async () => {
  await openAndConfirm({
    client: createFailingClient(
      new PayError('forbidden', { requestId: 'req-7', errors: [{ detail: 'Nicht mehr offen' }] }),
    ),
  });
  expect(await screen.findByText('req-7')).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent(/ Reference: req-7$/);
  expect(getDialog()).not.toHaveTextContent('Nicht mehr offen');
});

test.each(['<b>x</b>', 'call 0900 now', 'a\nb', 'a\u202eb', 'x'.repeat(129)])(
  'a request id that could put words into the dialog is not shown: %j',
  async (requestId) => {
    await openAndConfirm({ client: createFailingClient(new PayError('forbidden', { requestId })) });
    expect(await screen.findByText(en.errors.forbidden)).toBeVisible();
    expect(getDialog()).not.toHaveTextContent('Reference');
  },
);

describe('callbacks of the app do not change what the user sees', () => {
  test.each([
    [
      'throws',
      () => {
        throw new Error('app');
      },
    ],
    ['rejects', () => Promise.reject(new Error('app'))],
    ['never resolves', () => new Promise<never>(() => {})],
  ])('onCanceled and onError that %s', async (_, callback) => {
    const reported = captureReportedErrors();
    const user = await openAndConfirm({
      client: createFailingClient(new PayError('timeout')),
      onCanceled: callback,
      onError: callback,
    });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Payment canceled' })).toHaveAttribute('data-status', 'canceled');
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await waitFor(() => expect(reported).toHaveBeenCalledTimes(callback.toString().includes('new Promise') ? 0 : 2));
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('app');
      },
    ],
    ['never resolves', () => new Promise<never>(() => {})],
  ])('a payment is shown as canceled even if an app-wide onSuccess %s', async (name, onSuccess) => {
    const reported = captureReportedErrors();
    const queryClient = new QueryClient({ mutationCache: new MutationCache({ onSuccess }) });
    const onCanceled = vi.fn();
    const onError = vi.fn();
    await openAndConfirm({ client: createFailingClient(), onCanceled, onError }, { queryClient });
    expect(await screen.findByRole('button', { name: 'Payment canceled' })).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
    await waitFor(() => expect(reported.mock.calls).toEqual(name === 'throws' ? [[new Error('app')]] : []));
    expect(onCanceled).toHaveBeenCalledTimes(1);
    expect(onError).not.toHaveBeenCalled();
    expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('app');
      },
    ],
    ['never resolves', () => new Promise<never>(() => {})],
  ])('an app-wide onMutate that %s neither holds the request back nor locks the dialog', async (name, onMutate) => {
    const reported = captureReportedErrors();
    const queryClient = new QueryClient({ mutationCache: new MutationCache({ onMutate }) });
    const client = createFailingClient(new PayError('timeout'));
    const onError = vi.fn();
    const user = await openAndConfirm({ client, onError }, { queryClient });
    expect(await screen.findByText(en.errors.timeout)).toBeVisible();
    expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['timeout']);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Payment canceled' })).toBeVisible();
    expect(client.calls).toEqual(['t1', 't1']);
    expect(reported).toHaveBeenCalledTimes(name === 'throws' ? 2 : 0);
  });

  test('onOpenChange that throws does not keep the dialog open', async () => {
    const reported = captureReportedErrors();
    const failure = new Error('app');
    await openAndConfirm({
      client: createFailingClient(),
      onOpenChange: (open) => {
        if (!open) throw failure;
      },
    });
    expect(await screen.findByRole('button', { name: 'Payment canceled' })).toBeVisible();
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(reported.mock.calls).toEqual([[failure]]);
  });

  test.each(['onError', 'onSettled'] as const)(
    'an app-wide %s that never resolves does not delay the error',
    async (callback) => {
      const queryClient = new QueryClient({
        mutationCache: new MutationCache({ [callback]: () => new Promise<never>(() => {}) }),
      });
      const onError = vi.fn();
      const user = await openAndConfirm(
        { client: createFailingClient(new PayError('forbidden')), onError },
        { queryClient },
      );
      expect(await screen.findByText(en.errors.forbidden)).toBeVisible();
      expect(onError).toHaveBeenCalledTimes(1);
      await user.click(screen.getByRole('button', { name: 'Close' }));
      expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    },
  );

  test('an app-wide throwOnError does not make the component throw', async () => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { throwOnError: true } } });
    await openAndConfirm({ client: createFailingClient(new PayError('forbidden')) }, { queryClient });
    expect(await screen.findByText(en.errors.forbidden)).toBeVisible();
  });
});

describe('the amount', () => {
  const description = () => getDialog().querySelector('.cancel-payment-description');
  const props = { client: createFailingClient() };

  test.each([
    ['en', en, '€80.00'],
    ['de', de, '80,00 €'],
  ] as const)('is formatted as in %s', async (_, messages, text) => {
    const user = userEvent.setup();
    renderInApp(<CancelPaymentButton transactionId="t1" amount={{ value: 80, currency: 'EUR' }} {...props} />, {
      messages,
    });
    await user.click(screen.getByRole('button'));
    await screen.findByRole('alertdialog');
    expect(description()?.textContent.replaceAll(/\s/g, ' ')).toContain(text);
    expect(getDialog()).toHaveAttribute('lang', messages.locale);
  });

  test.each([
    ['without a valid currency', { value: 80, currency: 'x' }],
    ['not a number', { value: Number.NaN, currency: 'EUR' }],
  ])('is left out and reported if it is %s', async (_, amount) => {
    const reported = captureReportedErrors();
    const user = userEvent.setup();
    renderInApp(<CancelPaymentButton transactionId="t1" amount={amount} {...props} />, {});
    await user.click(screen.getByRole('button'));
    await screen.findByRole('alertdialog');
    expect(description()).toHaveTextContent(en.description);
    expect(reported).toHaveBeenCalledWith(expect.any(RangeError));
  });
});
