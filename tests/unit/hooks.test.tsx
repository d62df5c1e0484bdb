import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, render, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { CancelPaymentButton } from '../../src/button/CancelPaymentButton.tsx';
import { createPayClient, type PayClient } from '../../src/client/createPayClient.ts';
import { PayError } from '../../src/client/PayError.ts';
import { CancelPaymentDialog } from '../../src/dialog/CancelPaymentDialog.tsx';
import { PayProvider, usePayClient } from '../../src/hooks/PayProvider.tsx';
import { useCancelPreAuth } from '../../src/hooks/useCancelPreAuth.ts';
import { useIsCancelingPreAuth } from '../../src/hooks/useIsCancelingPreAuth.ts';
import { cancelPreAuthMutationKey } from '../../src/query/cancelPreAuthMutationKey.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';
import { untyped } from '../support/untyped.ts';
import { withResolvers } from '../support/withResolvers.ts';

const succeeding: PayClient = { cancelPreAuth: () => Promise.resolve() };
const forbidding: PayClient = { cancelPreAuth: () => Promise.reject(new PayError('forbidden', { status: 403 })) };

function app(client?: PayClient, queryClient = new QueryClient()) {
  return function App({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={queryClient}>
        {client ? <PayProvider client={client}>{children}</PayProvider> : children}
      </QueryClientProvider>
    );
  };
}

describe('useCancelPreAuth', () => {
  test('returns TanStack’s mutation, which ends in success', async () => {
    const onSuccess = vi.fn();
    const { result } = renderHook(() => useCancelPreAuth({ onSuccess }), { wrapper: app(succeeding) });
    expect(result.current.status).toBe('idle');
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(result.current.data).toBeUndefined();
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });

  test('ends in a PayError', async () => {
    const { result } = renderHook(() => useCancelPreAuth(), { wrapper: app(forbidding) });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.error?.code).toBe('forbidden'));
  });

  test('takes its own client and QueryClient', async () => {
    const queryClient = new QueryClient();
    const { result } = renderHook(() => useCancelPreAuth({ client: succeeding }, queryClient));
    await act(() => result.current.mutateAsync({ transactionId: 't1' }));
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
  });

  test('a caller overrides each default', async () => {
    const cancelPreAuth = vi.fn(() => Promise.reject(new PayError('server-error')));
    const queryClient = new QueryClient();
    const options = { retry: 2, retryDelay: 1, gcTime: 1000, scope: { id: 'app' }, meta: { row: 1 } };
    const { result } = renderHook(() => useCancelPreAuth(options), { wrapper: app({ cancelPreAuth }, queryClient) });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(cancelPreAuth).toHaveBeenCalledTimes(3);
    expect(queryClient.getMutationCache().getAll()[0]?.options).toMatchObject(options);
  });

  test('an option that is undefined does not undo a default', async () => {
    const queryClient = new QueryClient({
      defaultOptions: {
        mutations: { retry: 5, retryDelay: 0, gcTime: 7, networkMode: 'online', scope: { id: 'app' } },
      },
    });
    const cancelPreAuth = vi.fn(() => Promise.reject(new PayError('forbidden')));
    // Typed callers cannot write it with `exactOptionalPropertyTypes`; others can.
    const options = untyped({ retry: undefined, networkMode: undefined, gcTime: undefined, scope: undefined });
    const { result } = renderHook(() => useCancelPreAuth(options), { wrapper: app({ cancelPreAuth }, queryClient) });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(cancelPreAuth).toHaveBeenCalledTimes(1);
    const { retry, networkMode, gcTime, scope } = queryClient.getMutationCache().getAll()[0]?.options ?? {};
    expect({ retry, networkMode, gcTime, scope }).toEqual({ retry: false, networkMode: 'always', gcTime: 5000 });
  });
});

describe('useIsCancelingPreAuth', () => {
  test('is true while that transaction is being canceled, wherever that was started', async () => {
    const answer = withResolvers();
    const wrapper = app({ cancelPreAuth: () => answer.promise });
    const { result } = renderHook(
      () => ({
        mutation: useCancelPreAuth(),
        one: useIsCancelingPreAuth('t1'),
        two: useIsCancelingPreAuth('t2'),
      }),
      { wrapper },
    );
    expect(result.current).toMatchObject({ one: false, two: false });
    act(() => result.current.mutation.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current).toMatchObject({ one: true, two: false }));
    await act(async () => answer.resolve());
    await waitFor(() => expect(result.current).toMatchObject({ one: false, two: false }));
  });

  test.each([undefined, null, 't1', {}])('ignores a mutation that an app runs with %j under its key', async (given) => {
    const { result } = renderHook(
      () => ({
        mutation: useMutation<void, Error, unknown>({
          mutationKey: cancelPreAuthMutationKey,
          mutationFn: () => new Promise(() => {}),
        }),
        isCanceling: useIsCancelingPreAuth('t1'),
      }),
      { wrapper: app() },
    );
    act(() => result.current.mutation.mutate(given));
    await waitFor(() => expect(result.current.mutation.isPending).toBe(true));
    expect(result.current.isCanceling).toBe(false);
  });
});

describe('usePayClient', () => {
  test('gives the provider’s client', () => {
    const client = createPayClient();
    expect(renderHook(() => usePayClient(), { wrapper: app(client) }).result.current).toBe(client);
  });
});

describe('a developer’s mistake is named where it is made', () => {
  test('neither a client nor a PayProvider', () => {
    expect(() => renderHook(() => useCancelPreAuth(), { wrapper: app() })).toThrowErrorMatchingInlineSnapshot(
      `[Error: No PayClient found, so no payment could be canceled here. Wrap the tree in <PayProvider client={createPayClient(…)}>, or pass \`client\`.]`,
    );
    expect(() => renderHook(() => usePayClient(), { wrapper: app() })).toThrow('No PayClient found');
    takeConsoleOutput();
  });

  describe('without a QueryClient', () => {
    const dialog = <CancelPaymentDialog transactionId="t1" client={succeeding} />;

    test.each([
      ['useCancelPreAuth', () => renderHook(() => useCancelPreAuth({ client: succeeding }))],
      ['useIsCancelingPreAuth', () => renderHook(() => useIsCancelingPreAuth('t1'))],
      ['CancelPaymentButton', () => render(<CancelPaymentButton transactionId="t1" client={succeeding} />)],
      ['CancelPaymentDialog', () => render(dialog)],
    ])('%s says how there can be none although the tree is wrapped', (_, use) => {
      expect(use).toThrow(/^No QueryClient set, so .+ <QueryClientProvider .+ two copies of @tanstack\/react-query: /);
      takeConsoleOutput();
    });

    test('TanStack Query’s own error remains in production', () => {
      vi.stubEnv('NODE_ENV', 'production');
      onTestFinished(() => void vi.unstubAllEnvs());
      expect(() => renderHook(() => useIsCancelingPreAuth('t1'))).toThrow(
        'No QueryClient set, use QueryClientProvider to set one',
      );
      takeConsoleOutput();
    });
  });
});
