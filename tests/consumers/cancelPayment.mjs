// Cancels a payment with the button, in Node with jsdom, in an app that has installed the package. Prints what it showed.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<div id="root"></div>', { url: 'https://app.example/', pretendToBeVisual: true });
for (const name of Object.getOwnPropertyNames(window)) {
  const isReplaced = /Event$|^(?:EventTarget|navigator|location)$/.test(name); // Node has its own
  if (isReplaced || !(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true });
  }
}
for (const name of /** @type {const} */ (['addEventListener', 'removeEventListener', 'dispatchEvent'])) {
  Object.defineProperty(globalThis, name, { value: window[name].bind(window) });
}
Object.defineProperty(globalThis, 'window', { value: window });

/** @type {string[]} */
const problems = [];
/** @param {unknown[]} args */
const report = (...args) => problems.push(args.join(' '));
Object.assign(console, { error: report, warn: report });

const { createElement, version } = await import('react');
const { createRoot } = await import('react-dom/client');
const { QueryClient, QueryClientProvider } = await import('@tanstack/react-query');
const { CancelPaymentButton, createPayClient, PayProvider } = await import('react-cancel-preauth');
const { createPaySandbox, sandboxTransactions } = await import('react-cancel-preauth/sandbox');

/**
 * @template T
 * @param {() => T} get
 * @returns {Promise<NonNullable<T>>}
 */
async function waitFor(get) {
  for (let tries = 0; tries < 200; tries++) {
    const value = get();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nothing appeared that ${String(get)} finds in ${document.body.innerHTML}`);
}

/** @param {string} selector @param {string} text */
const find = (selector, text) =>
  [...document.querySelectorAll(selector)]
    .filter((element) => element instanceof HTMLElement)
    .find(({ textContent }) => textContent === text);

/** @type {string | undefined} */
let canceledId;
const client = createPayClient({ fetch: createPaySandbox().fetch });
const button = createElement(CancelPaymentButton, {
  transactionId: sandboxTransactions.open,
  onCanceled: (id) => (canceledId = id),
});
createRoot(await waitFor(() => document.querySelector('#root'))).render(
  createElement(QueryClientProvider, { client: new QueryClient() }, createElement(PayProvider, { client }, button)),
);
(await waitFor(() => find('button', 'Cancel payment'))).click();
const confirm = await waitFor(() => find('[role=alertdialog] button', 'Cancel payment'));
const question = document.querySelector('[role=alertdialog] h2')?.textContent;
confirm.click();
await waitFor(() => canceledId === sandboxTransactions.open);
const label = (await waitFor(() => find('#root button', 'Payment canceled'))).textContent;
process.stdout.write(JSON.stringify({ react: version.split('.')[0], question, label, problems }));
process.exit();
