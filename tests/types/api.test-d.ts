import type { MutationOptions, QueryClient, UseMutationResult } from '@tanstack/react-query';
import type { ComponentProps, ReactElement } from 'react';
import { describe, expectTypeOf, test } from 'vitest';
import {
  cancelPreAuthMutationKey,
  cancelPreAuthMutationOptions,
  CancelPaymentButton,
  createPayClient,
  isPayError,
  payEnvironments,
  PayProvider,
  useCancelPreAuth,
  useIsCancelingPreAuth,
  usePayClient,
  type CancelPaymentMessages,
  type CancelPreAuthParameters,
  type JsonApiError,
  type PayClient,
  type PayError,
  type PayErrorCode,
} from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { de, en } from '../../src/locales.ts';
import type { sandboxTransactions } from '../../src/sandbox.ts';

describe('client', () => {
  test('a client can be created without options, with a token, or with a function that returns one', () => {
    expectTypeOf(createPayClient()).toEqualTypeOf<PayClient>();
    createPayClient({ accessToken: 'token' });
    createPayClient({ accessToken: ({ forceRefresh }) => (forceRefresh ? Promise.resolve('new') : 'old') });
    createPayClient({ accessToken: () => undefined }); // what many auth libraries return when nobody is signed in
    // @ts-expect-error a token is a string
    createPayClient({ accessToken: () => 7 });
    // @ts-expect-error a number of milliseconds
    createPayClient({ timeout: '10s' });
  });

  test('accepts everything that `new Headers()` accepts', () => {
    createPayClient({ headers: { 'Accept-Language': 'de' } });
    createPayClient({ headers: [['Accept-Language', 'de']] });
    createPayClient({ headers: new Headers() });
    createPayClient({ headers: () => new Map([['Accept-Language', 'de']]) });
    // @ts-expect-error a header is a string
    createPayClient({ headers: { 'X-Try': 1 } });
  });

  test('cancelPreAuth takes a transaction id, and resolves to undefined', () => {
    expectTypeOf<PayClient['cancelPreAuth']>().toBeCallableWith({ transactionId: 't1' });
    expectTypeOf<PayClient['cancelPreAuth']>().toBeCallableWith(
      { transactionId: 't1' },
      { signal: new AbortController().signal },
    );
    expectTypeOf<CancelPreAuthParameters>().toEqualTypeOf<{ transactionId: string }>();
    expectTypeOf<PayClient['cancelPreAuth']>().returns.toEqualTypeOf<Promise<void>>();
    expectTypeOf(payEnvironments).toExtend<Record<'production' | 'sandbox' | 'development', string>>();
  });

  test('isPayError narrows the type of an error', () => {
    const error: unknown = new Error('x');
    if (isPayError(error)) {
      expectTypeOf(error.code).toEqualTypeOf<PayErrorCode>();
      expectTypeOf(error.errors).toEqualTypeOf<readonly JsonApiError[]>();
      expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
      expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
      expectTypeOf(error.name).toEqualTypeOf<'PayError'>();
      expectTypeOf(error.retryable).toEqualTypeOf<boolean>();
    }
  });
});

describe('hooks', () => {
  test('the mutation has the types of TanStack Query', () => {
    expectTypeOf(cancelPreAuthMutationKey).toEqualTypeOf<readonly ['pace', 'pay', 'cancelPreAuth']>();
    expectTypeOf(cancelPreAuthMutationOptions).returns.toExtend<
      MutationOptions<void, PayError, CancelPreAuthParameters>
    >();
    expectTypeOf(useCancelPreAuth<string>).returns.toEqualTypeOf<
      UseMutationResult<void, PayError, CancelPreAuthParameters, string>
    >();
    expectTypeOf(useCancelPreAuth).parameter(1).toEqualTypeOf<QueryClient | undefined>();
    expectTypeOf(useIsCancelingPreAuth).toEqualTypeOf<(transactionId: string) => boolean>();
    expectTypeOf(usePayClient).returns.toEqualTypeOf<PayClient>();
  });

  test('the result of onMutate is passed to the other callbacks', () => {
    const options = {
      onMutate: () => ({ row: 1 }),
    } satisfies Parameters<typeof useCancelPreAuth<{ row: number }>>[0];
    expectTypeOf(options.onMutate).returns.toEqualTypeOf<{ row: number }>();
  });

  test('mutationFn and mutationKey cannot be replaced', () => {
    type Options = NonNullable<Parameters<typeof useCancelPreAuth>[0]>;
    expectTypeOf<Options>().not.toHaveProperty('mutationFn');
    expectTypeOf<Options>().not.toHaveProperty('mutationKey');
  });
});

describe('components', () => {
  type ButtonProps = ComponentProps<typeof CancelPaymentButton>;

  test('the button accepts the props of the dialog and of a button element', () => {
    expectTypeOf<ButtonProps>().toHaveProperty('transactionId').toEqualTypeOf<string>();
    expectTypeOf<ButtonProps>().toHaveProperty('disabled').toEqualTypeOf<boolean | undefined>();
    expectTypeOf<ButtonProps>().toHaveProperty('ref');
    expectTypeOf<ButtonProps>().not.toHaveProperty('type');
    expectTypeOf<NonNullable<ButtonProps['onError']>>().parameters.toEqualTypeOf<[error: PayError]>();
    expectTypeOf<NonNullable<ButtonProps['onCanceled']>>().parameters.toEqualTypeOf<[transactionId: string]>();
    expectTypeOf(() => Promise.resolve('user')).toExtend<ButtonProps['onSignIn']>();
    expectTypeOf(() => Promise.resolve('user')).toExtend<ButtonProps['onLinkIdentity']>();
    expectTypeOf(CancelPaymentButton.preload).toEqualTypeOf<() => Promise<void>>();
    expectTypeOf(CancelPaymentDialog).returns.toEqualTypeOf<ReactElement>();
    expectTypeOf(PayProvider).parameter(0).toHaveProperty('client').toEqualTypeOf<PayClient>();
  });

  test('messages are complete, and can be changed by spreading', () => {
    expectTypeOf(en).toEqualTypeOf<CancelPaymentMessages>();
    expectTypeOf({ ...de, confirm: 'Zahlung stornieren' }).toExtend<CancelPaymentMessages>();
    const { forbidden: _, ...incomplete } = en.errors;
    // @ts-expect-error a missing text is a type error
    ({ ...en, errors: incomplete }) satisfies CancelPaymentMessages;
  });
});

describe('sandbox', () => {
  test('has an id for each outcome that a server can cause', () => {
    expectTypeOf<keyof typeof sandboxTransactions>().toEqualTypeOf<
      'open' | 'canceled' | 'slow' | Exclude<PayErrorCode, 'invalid-transaction-id'>
    >();
  });
});
