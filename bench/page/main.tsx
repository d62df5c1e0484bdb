import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { CancelPaymentButton, PayProvider, createPayClient } from 'react-cancel-preauth';
import 'react-cancel-preauth/styles.css';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { CancelPaymentByHand } from '../byHand/CancelPaymentByHand.tsx';
import { startInteraction, type Interaction } from './startInteraction.ts';

export type ButtonKind = 'bare' | 'bareWithSameProps' | 'package' | 'byHand';

/** What the programs outside of the page call. Times are in ms. */
interface BenchmarkPage {
  preload: () => Promise<void>;
  /** Returns the time to render. */
  render: (kind: ButtonKind, count: number) => number;
  unmount: () => void;
  startInteraction: () => void;
  finishInteraction: () => Promise<Interaction>;
}

declare global {
  interface Window {
    benchmark: BenchmarkPage;
  }
}

const baseUrl = new URLSearchParams(location.search).get('api') ?? '/pay';
const accessToken = 'token';
const client = createPayClient({ baseUrl, accessToken });
const queryClient = new QueryClient();
const { open: transactionId } = sandboxTransactions;
const noop = () => {};

// Each with new handlers in each render, as most apps write them.
const buttons: Record<ButtonKind, (key: number) => ReactElement> = {
  bare: (key) => (
    <button key={key} type="button" className="cancel-payment-trigger" onClick={() => {}}>
      Cancel payment
    </button>
  ),
  bareWithSameProps: (key) => (
    <button
      key={key}
      type="button"
      className="cancel-payment-trigger"
      lang="en"
      aria-haspopup="dialog"
      aria-expanded={false}
      data-state="closed"
      data-status="idle"
      onClick={() => {}}
      onFocus={noop}
      onPointerDown={noop}
      onPointerEnter={noop}
    >
      Cancel payment
    </button>
  ),
  package: (key) => <CancelPaymentButton key={key} transactionId={transactionId} onCanceled={() => {}} />,
  byHand: (key) => (
    <CancelPaymentByHand
      key={key}
      transactionId={transactionId}
      baseUrl={baseUrl}
      accessToken={accessToken}
      onCanceled={() => {}}
    />
  ),
};

const container = document.querySelector('#root');
if (!container) throw new Error('The page has no root.');
let root: Root | undefined;
let interaction: Promise<Interaction> | undefined;

window.benchmark = {
  preload: CancelPaymentButton.preload,
  render(kind, count) {
    const keys = Array.from({ length: count }, (_, index) => index);
    const current = (root ??= createRoot(container));
    const start = performance.now();
    flushSync(() =>
      current.render(
        <QueryClientProvider client={queryClient}>
          <PayProvider client={client}>{keys.map(buttons[kind])}</PayProvider>
        </QueryClientProvider>,
      ),
    );
    return performance.now() - start;
  },
  unmount() {
    flushSync(() => root?.unmount());
    root = undefined;
    queryClient.clear();
  },
  startInteraction() {
    interaction = startInteraction();
  },
  finishInteraction() {
    if (!interaction) throw new Error('No interaction has started.');
    return interaction;
  },
};
