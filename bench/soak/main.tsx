import { countResources, type Resources } from './countResources.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, PayProvider, createPayClient, useCancelPreAuth } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** What the program outside of the page calls. */
export interface Soak {
  cancel: (cycles: number) => Promise<void>;
  openDialogs: (cycles: number) => Promise<void>;
  countResources: () => Resources;
}

declare global {
  interface Window {
    soak: Soak;
  }
}

const { open, canceled, forbidden } = sandboxTransactions;
const client = createPayClient({
  baseUrl: new URLSearchParams(location.search).get('api') ?? '',
  accessToken: 'token',
});
const queryClient = new QueryClient();
const rootElement = document.querySelector('#root');
if (!rootElement) throw new Error('The page has no root.');
const root = createRoot(rootElement);
const page = new AbortController();

let mutate: ReturnType<typeof useCancelPreAuth>['mutateAsync'] | undefined;

function Hook() {
  const { mutateAsync, status } = useCancelPreAuth();
  useLayoutEffect(() => {
    mutate = mutateAsync;
  }, [mutateAsync]);
  return <output>{status}</output>;
}

const render = (key: number, component: 'hook' | 'button') =>
  flushSync(() =>
    root.render(
      <QueryClientProvider client={queryClient}>
        <PayProvider client={client}>
          {component === 'hook' ? <Hook key={key} /> : <CancelPaymentButton key={key} transactionId={open} />}
        </PayProvider>
      </QueryClientProvider>,
    ),
  );

const rejects = (promise: Promise<void>) =>
  promise.then(
    () => {
      throw new Error('A payment that is no longer open was canceled.');
    },
    () => {},
  );

let cycle = 0;

/** Each cycle is one cancellation through the client and one through the hook. Every tenth is refused. */
async function cancel(cycles: number): Promise<void> {
  render(++cycle, 'hook');
  for (let done = 0; done < cycles; done++) {
    const isRefused = done % 10 === 9;
    const settle = isRefused ? rejects : (promise: Promise<void>) => promise;
    // A signal that lives as long as the page, as a router's may.
    await settle(client.cancelPreAuth({ transactionId: isRefused ? forbidden : open }, { signal: page.signal }));
    if (!mutate) throw new Error('The hook is not mounted.');
    await settle(mutate({ transactionId: isRefused ? forbidden : canceled }));
  }
}

/** Resolves with the first result of `find` that is not empty. */
async function waitFor<Found>(find: () => Found | null | undefined | false): Promise<Found> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  throw new Error(`Not found within 10 s: ${String(find)}`);
}

const findDialog = () => document.querySelector('[role="alertdialog"]');

/** Each cycle opens the dialog. Half of them keep the payment, the others cancel it, and get a new button. */
async function openDialogs(cycles: number): Promise<void> {
  for (let done = 0; done < cycles; done++) {
    if (done % 2 === 0) render(++cycle, 'button');
    (await waitFor(() => rootElement?.querySelector('button'))).click();
    const dialog = await waitFor(findDialog);
    const label = done % 2 === 0 ? 'Keep payment' : 'Cancel payment';
    const buttons = [...dialog.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === label)?.click();
    await waitFor(() => !findDialog());
  }
}

window.soak = { cancel, openDialogs, countResources };
