import {
  MutationCache,
  QueryClient,
  QueryClientProvider,
  useMutationState,
  useQuery,
  useQueryClient,
  type Mutation,
} from '@tanstack/react-query';
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton } from '../../src/button/CancelPaymentButton.tsx';
import type { CancelPreAuthParameters, PayClient } from '../../src/client/createPayClient.ts';
import { isPayError, PayError } from '../../src/client/PayError.ts';
import { PayProvider } from '../../src/hooks/PayProvider.tsx';
import { useCancelPreAuth } from '../../src/hooks/useCancelPreAuth.ts';
import { cancelPreAuthMutationKey } from '../../src/query/cancelPreAuthMutationKey.ts';
import { checkSamples } from '../support/checkSamples.ts';
import { withResolvers } from '../support/withResolvers.ts';

// The recipes of docs/tanstack-query.md.

beforeAll(() => CancelPaymentButton.preload());

const succeeding: PayClient = { cancelPreAuth: () => Promise.resolve() };
const forbidding: PayClient = {
  cancelPreAuth: () => Promise.reject(new PayError('forbidden', { status: 403, requestId: 'r1' })),
};

function app(client: PayClient, queryClient: QueryClient) {
  return function App({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        <PayProvider client={client}>{children}</PayProvider>
      </QueryClientProvider>
    );
  };
}

/** Cancels with the hook or the button. */
const callers: [name: string, cancel: (wrapper: ReturnType<typeof app>) => Promise<void>][] = [
  [
    'the hook',
    async (wrapper) => {
      const { result } = renderHook(() => useCancelPreAuth(), { wrapper });
      act(() => result.current.mutate({ transactionId: 't1' }));
    },
  ],
  [
    'the button',
    async (wrapper) => {
      render(<CancelPaymentButton transactionId="t1" />, { wrapper });
      await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
      await screen.findByRole('alertdialog');
      await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
    },
  ],
];

describe.each(callers)('with %s', (_, cancel) => {
  test('the handlers of the MutationCache get the PayError, the variables and the meta', async () => {
    const onError =
      vi.fn<(error: Error, variables: unknown, context: unknown, mutation: Mutation<unknown, unknown>) => void>();
    const queryClient = new QueryClient({ mutationCache: new MutationCache({ onError }) });
    queryClient.setMutationDefaults(cancelPreAuthMutationKey, { meta: { area: 'checkout' } });
    await cancel(app(forbidding, queryClient));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    const [error, variables, , mutation] = onError.mock.lastCall ?? [];
    expect(isPayError(error) && { code: error.code, requestId: error.requestId }).toEqual({
      code: 'forbidden',
      requestId: 'r1',
    });
    expect(variables).toEqual({ transactionId: 't1' });
    expect(mutation?.meta).toEqual({ area: 'checkout' });
    expect(mutation?.options.mutationKey).toEqual(cancelPreAuthMutationKey);
  });

  test('a default of the key refetches the app’s queries after a success', async () => {
    const queryFn = vi.fn(async () => 'payment');
    const queryClient = new QueryClient();
    queryClient.setMutationDefaults(cancelPreAuthMutationKey, {
      onSuccess: () => queryClient.invalidateQueries({ queryKey: ['transactions'] }),
    });
    renderHook(() => useQuery({ queryKey: ['transactions', 't1'], queryFn }), {
      wrapper: app(succeeding, queryClient),
    });
    await waitFor(() => expect(queryFn).toHaveBeenCalledTimes(1));
    await cancel(app(succeeding, queryClient));
    await waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
  });

  test('a default of the key refetches nothing after an error', async () => {
    const onSuccess = vi.fn();
    const onSettled = vi.fn();
    const queryClient = new QueryClient();
    queryClient.setMutationDefaults(cancelPreAuthMutationKey, { onSuccess, onSettled });
    await cancel(app(forbidding, queryClient));
    await waitFor(() => expect(onSettled).toHaveBeenCalledTimes(1));
    expect(onSuccess).not.toHaveBeenCalled();
  });

  test('useMutationState lists the transactions that are being canceled', async () => {
    const response = withResolvers();
    const wrapper = app({ cancelPreAuth: () => response.promise }, new QueryClient());
    const { result } = renderHook(
      () =>
        useMutationState({
          filters: { mutationKey: cancelPreAuthMutationKey, status: 'pending' },
          select: ({ state }: Mutation<void, PayError, CancelPreAuthParameters>) => state.variables?.transactionId,
        }),
      { wrapper },
    );
    expect(result.current).toEqual([]);
    await cancel(wrapper);
    await waitFor(() => expect(result.current).toEqual(['t1']));
    await act(async () => response.resolve());
    await waitFor(() => expect(result.current).toEqual([]));
  });
});

test('onCanceled refetches the app’s queries after a success', async () => {
  const queryFn = vi.fn(async () => 'payment');
  function Payment() {
    useQuery({ queryKey: ['transactions', 't1'], queryFn });
    const queryClient = useQueryClient();
    return (
      <CancelPaymentButton
        transactionId="t1"
        onCanceled={(id) => queryClient.invalidateQueries({ queryKey: ['transactions', id] })}
      />
    );
  }
  render(<Payment />, { wrapper: app(succeeding, new QueryClient()) });
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  await screen.findByRole('alertdialog');
  expect(queryFn).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  await waitFor(() => expect(queryFn).toHaveBeenCalledTimes(2));
});

test('the hook’s own meta reaches the handlers', async () => {
  const onSuccess =
    vi.fn<(data: unknown, variables: unknown, context: unknown, mutation: Mutation<unknown, unknown>) => void>();
  const queryClient = new QueryClient({ mutationCache: new MutationCache({ onSuccess }) });
  const { result } = renderHook(() => useCancelPreAuth({ meta: { row: 7 } }), {
    wrapper: app(succeeding, queryClient),
  });
  await act(() => result.current.mutateAsync({ transactionId: 't1' }));
  expect(onSuccess.mock.lastCall?.[3].meta).toEqual({ row: 7 });
});

const withRegisteredError = `
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { CancelPreAuthParameters, PayError } from 'react-cancel-preauth';

interface AppError { appCode: number }
declare module '@tanstack/react-query' {
  interface Register { defaultError: AppError }
}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const expectEqual = <A, B>(isEqual: Equal<A, B>) => isEqual;
const ofApp = () => useMutation({ mutationFn: async () => {} });
const withOptions = () => useMutation(cancelPreAuthMutationOptions(client));

expectEqual<ReturnType<typeof ofApp>['error'], AppError | null>(true);
expectEqual<ReturnType<typeof useCancelPreAuth>, UseMutationResult<void, PayError, CancelPreAuthParameters>>(true);
expectEqual<ReturnType<typeof withOptions>['error'], PayError | null>(true);
useCancelPreAuth({ onError: (error) => expectEqual<typeof error, PayError>(true) });
`;

test('an error type that the app registers with TanStack Query does not replace PayError', { timeout: 60_000 }, () => {
  expect(checkSamples({ 'registered error': [withRegisteredError] })).toEqual([]);
});
