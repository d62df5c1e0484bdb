import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  createPayClient,
  PayError,
  PayProvider,
  useCancelPreAuth,
  useIsCancelingPreAuth,
  usePayClient,
  type PayClient,
} from '../../src/index.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';
import { withResolvers } from '../support/withResolvers.ts';

const successfulClient: PayClient = { cancelPreAuth: () => Promise.resolve() };
const forbiddenClient: PayClient = { cancelPreAuth: () => Promise.reject(new PayError('forbidden', { status: 403 })) };

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
  test('returns a TanStack mutation that succeeds', async () => {
    const onSuccess = vi.fn();
    const { result } = renderHook(() => useCancelPreAuth({ onSuccess }), { wrapper: app(successfulClient) });
    expect(result.current.status).toBe('idle');
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    expect(result.current.data).toBeUndefined();
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });

  test('returns a TanStack mutation that fails with a PayError', async () => {
    const { result } = renderHook(() => useCancelPreAuth(), { wrapper: app(forbiddenClient) });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.error?.code).toBe('forbidden'));
  });

  test('accepts a client and a QueryClient', async () => {
    const queryClient = new QueryClient();
    const { result } = renderHook(() => useCancelPreAuth({ client: successfulClient }, queryClient));
    await act(() => result.current.mutateAsync({ transactionId: 't1' }));
    expect(queryClient.getMutationCache().getAll()).toHaveLength(1);
  });

  test('options override the defaults', async () => {
    let calls = 0;
    const failing: PayClient = {
      cancelPreAuth: () => {
        calls++;
        return Promise.reject(new PayError('server-error'));
      },
    };
    const { result } = renderHook(() => useCancelPreAuth({ retry: false, gcTime: 1000, meta: { row: 1 } }), {
      wrapper: app(failing),
    });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(calls).toBe(1);
  });

  test('an undefined option does not override a default', async () => {
    const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: 5, retryDelay: 0 } } });
    const cancelPreAuth = vi.fn(() => Promise.reject(new PayError('forbidden')));
    // @ts-expect-error not allowed with exactOptionalPropertyTypes
    const { result } = renderHook(() => useCancelPreAuth({ retry: undefined, networkMode: undefined }), {
      wrapper: app({ cancelPreAuth }, queryClient),
    });
    act(() => result.current.mutate({ transactionId: 't1' }));
    await waitFor(() => expect(result.current.isError).toBe(true));
    expect(cancelPreAuth).toHaveBeenCalledTimes(1);
  });
});

describe('useIsCancelingPreAuth', () => {
  test('is true while the transaction is being canceled by any component', async () => {
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
});

describe('usePayClient', () => {
  test('returns the client of the provider', () => {
    const client = createPayClient();
    expect(renderHook(() => usePayClient(), { wrapper: app(client) }).result.current).toBe(client);
  });
});

describe('throws an error that explains what is missing', () => {
  test('without a client or a PayProvider', () => {
    expect(() => renderHook(() => useCancelPreAuth(), { wrapper: app() })).toThrowErrorMatchingInlineSnapshot(
      `[Error: No PayClient found, so no payment could be canceled here. Wrap the tree in <PayProvider client={createPayClient(…)}>, or pass \`client\`.]`,
    );
    expect(() => renderHook(() => usePayClient(), { wrapper: app() })).toThrow('No PayClient found');
    takeConsoleOutput();
  });

  test('without a QueryClient', () => {
    expect(() => renderHook(() => useCancelPreAuth({ client: successfulClient }))).toThrowErrorMatchingInlineSnapshot(
      `[Error: No QueryClient set, use QueryClientProvider to set one]`,
    );
    takeConsoleOutput();
  });
});
