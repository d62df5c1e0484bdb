import { vi } from 'vitest';
import { en } from '../../../src/locales.ts';
import type { EnginePage } from '../../engines/EnginePage.ts';
import { clickButton, getTitle } from '../../engines/pageActions.ts';
import { wait } from '../../support/wait.ts';
import type { Answer, Checkout } from './serveCheckout.ts';
import type { Visit } from './Situation.ts';

const waiting = { timeout: 20_000, interval: 50 };

/** The title of the dialog, or without a dialog, the label of the button. */
export async function getShown(page: EnginePage): Promise<string> {
  const getLabel = () => page.run(() => document.querySelector('.cancel-payment-trigger')?.textContent ?? '');
  return (await getTitle(page)) || getLabel();
}

export const waitForDialog = (page: EnginePage): Promise<unknown> =>
  vi.waitUntil(async () => (await getTitle(page)) === en.title, waiting);

export async function openDialog(page: EnginePage): Promise<void> {
  await clickButton(page, en.trigger);
  await waitForDialog(page);
}

/** Opens the dialog, and confirms that the payment is to be canceled. */
export async function confirm(page: EnginePage): Promise<void> {
  await openDialog(page);
  await clickButton(page, en.confirm);
}

/** Until the dialog neither asks nor waits. */
export const waitForOutcome = (page: EnginePage): Promise<unknown> =>
  vi.waitUntil(async () => (await getTitle(page)) !== en.title, waiting);

export const waitForRequests = (checkout: Checkout, count: number): Promise<unknown> =>
  vi.waitUntil(() => checkout.requests.length >= count, waiting);

/** Cancels, and ends shortly after the first request, which has this answer. A 503 is followed by a retry. */
export async function startCanceling({ page, checkout }: Visit, answer: Answer): Promise<void> {
  await page.goto(checkout.url);
  checkout.answer = answer;
  await confirm(page);
  await waitForRequests(checkout, 1);
  await wait(200);
}

/** Waits for `time` in ms. Halfway, the requests without an answer get this one, and later ones get 204. */
export async function waitForAnswer(time: number, checkout: Checkout, answer: Answer): Promise<void> {
  await wait(time / 2);
  checkout.answerHeld(answer);
  checkout.answer = 204;
  await wait(time / 2);
}
