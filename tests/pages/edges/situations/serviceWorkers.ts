import { vi } from 'vitest';
import { en } from '../../../../src/locales.ts';
import { confirm, waitForOutcome } from '../actions.ts';
import type { Answer } from '../serveCheckout.ts';
import type { Situation } from '../Situation.ts';

/** Does this with a request for a cancellation, until the page tells it to stop. */
const createWorker = (handle: string) => `
let isStopped = false;
onmessage = ({ source }) => {
  isStopped = true;
  source.postMessage('stopped');
};
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => {
  const { request } = event;
  if (!isStopped && request.method === 'POST') ${handle};
};`;

const createSituation = (
  name: string,
  handle: string,
  { answer = 204, ...expected }: { answer?: Answer } & Pick<Situation, 'shown' | 'sent' | 'late'>,
): Situation => ({
  name: `A service worker ${name}`,
  async run({ page, checkout }) {
    checkout.worker = createWorker(handle);
    checkout.answer = answer;
    await page.goto(checkout.url);
    await page.run(() => void navigator.serviceWorker.register('/worker.js'));
    await vi.waitUntil(() => page.run(() => navigator.serviceWorker.controller !== null), 10_000);
    await confirm(page);
    await waitForOutcome(page);
  },
  ...expected,
  async repair({ page }) {
    await page.run(() => {
      navigator.serviceWorker.addEventListener('message', ({ data }) => {
        document.title = String(data);
      });
      navigator.serviceWorker.controller?.postMessage('stop');
    });
    await vi.waitUntil(async () => (await page.run(() => document.title)) === 'stopped', 10_000);
  },
});

const notConfirmed = { shown: [en.titleNotConfirmed], sent: 0 };

export const serviceWorkers: readonly Situation[] = [
  createSituation('throws, so that the browser sends the request', 'throw new Error()', {
    shown: [en.canceled],
    sent: 1,
  }),
  createSituation('rejects', 'event.respondWith(Promise.reject(new Error()))', notConfirmed),
  createSituation('answers with an error', 'event.respondWith(Response.error())', notConfirmed),
  createSituation('never answers', 'event.respondWith(new Promise(() => {}))', notConfirmed),
  createSituation('answers with a 200 of its cache', 'event.respondWith(new Response("{}"))', notConfirmed),
  createSituation('answers with the page', 'event.respondWith(fetch("/index.html"))', notConfirmed),
  createSituation('answers with a redirect', 'event.respondWith(Response.redirect("/login.html"))', {
    shown: [en.titleActionRequired],
    sent: 0,
  }),
  createSituation('passes on a redirect', 'event.respondWith(fetch(request))', {
    answer: 302,
    shown: [en.titleActionRequired],
    sent: 1,
  }),
  createSituation('follows a redirect', 'event.respondWith(fetch(request.url, { method: "POST" }))', {
    answer: 302,
    shown: [en.titleNotConfirmed],
    sent: 3,
  }),
  createSituation('answers with a 204, and sends nothing', 'event.respondWith(new Response(null, { status: 204 }))', {
    shown: [en.canceled],
    sent: 0,
  }),
  createSituation(
    'sends the request when it has been given up',
    `event.respondWith(new Promise((resolve) => setTimeout(resolve, 7000))
      .then(() => (request.signal.aborted ? Response.error() : fetch(request))))`,
    { ...notConfirmed, late: 1 },
  ),
];
