import { useLayoutEffect, type ComponentProps, type ReactElement } from 'react';
import { CancelPaymentByHand } from '../../bench/byHand/CancelPaymentByHand.tsx';
import * as real from '../../src/index.ts';

// The module that the tests import in place of `src/index.ts`: the hand-written button, with the package's interface.
export * from '../../src/index.ts';

/** Fails a test that needs what the hand-written version does not have, such as an option of the package. */
export function failAsNotComparable(need: string): never {
  throw new Error(`not comparable: ${need}`);
}

const baseUrl = 'https://pay.test';

const optionsOf = new WeakMap<real.PayClient, real.PayClientOptions>();

export const createPayClient: typeof real.createPayClient = (options) => {
  const client = real.createPayClient(options);
  optionsOf.set(client, { ...options });
  return client;
};

const statuses: ReadonlyMap<real.PayErrorCode, number> = new Map([
  ['invalid-request', 422],
  ['missing-linked-identity', 401],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['insufficient-scope', 403],
  ['not-found', 404],
  ['timeout', 408],
  ['rate-limited', 429],
  ['server-error', 500],
  ['upstream-error', 502],
]);

const urlOf = (input: RequestInfo | URL): string => (input instanceof Request ? input.url : String(input));

/** The `fetch` of a test's client. If the test has written that client itself, one that responds as it decides. */
function fetchOf(client: real.PayClient): typeof globalThis.fetch {
  const options = optionsOf.get(client);
  if (options) return options.fetch ?? failAsNotComparable('the network');
  return async (input) => {
    const transactionId = /transactions\/(.*)\/cancel/.exec(urlOf(input))?.[1];
    try {
      await client.cancelPreAuth({ transactionId: transactionId ?? '' });
      return new Response(null, { status: 204 });
    } catch (error) {
      const status = real.isPayError(error) ? statuses.get(error.code) : undefined;
      if (!real.isPayError(error) || status === undefined) throw new TypeError('Failed to fetch', { cause: error });
      return Response.json({ errors: [{ code: error.code }] }, { status });
    }
  };
}

/** Sets the `data-status` for which the tests wait. The hand-written version has no such attribute. */
function markStatus(): void {
  for (const dialog of document.querySelectorAll('[role="alertdialog"]')) {
    const isPending = dialog.getAttribute('aria-busy') === 'true';
    const status = dialog.querySelector('[role="alert"]') ? 'error' : 'idle';
    dialog.setAttribute('data-status', isPending ? 'pending' : status);
  }
}

/** Props without which the hand-written version is complete: it does less, as the tests then show. */
const optional: ReadonlySet<string> = new Set(['amount', 'disabled', 'onError', 'onSignIn', 'onLinkIdentity']);

function Button({
  transactionId,
  onCanceled,
  client: own,
  ...props
}: ComponentProps<typeof real.CancelPaymentButton>): ReactElement {
  const client = real.usePayClient(own);
  for (const [name, value] of Object.entries(props)) {
    if (value !== undefined && !optional.has(name)) failAsNotComparable(name);
  }
  useLayoutEffect(() => {
    const { fetch } = globalThis;
    const send = fetchOf(client);
    globalThis.fetch = (input, init) => (urlOf(input).startsWith(baseUrl) ? send : fetch)(input, init);
    const observer = new MutationObserver(markStatus);
    observer.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
    return () => {
      globalThis.fetch = fetch;
      observer.disconnect();
    };
  }, [client]);
  return (
    <CancelPaymentByHand
      transactionId={transactionId}
      baseUrl={baseUrl}
      accessToken="token"
      onCanceled={() => onCanceled?.(transactionId)}
    />
  );
}

export const CancelPaymentButton = Object.assign(Button, { preload: () => Promise.resolve() });

export const useCancelPreAuth = (): never => failAsNotComparable('useCancelPreAuth');
