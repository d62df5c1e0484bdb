import { en } from '../../../../src/locales.ts';
import type { EnginePage } from '../../../engines/EnginePage.ts';
import { confirm, getShown, openDialog, waitForOutcome, waitForRequests } from '../actions.ts';
import { clickButton } from '../../../engines/pageActions.ts';
import type { Situation, Visit } from '../Situation.ts';

async function openTwo({ page, checkout, openTab }: Visit): Promise<[first: EnginePage, second: EnginePage]> {
  const second = await openTab();
  await Promise.all([page, second].map((tab) => tab.goto(checkout.url)));
  return [page, second];
}

async function expectCanceled(page: EnginePage): Promise<void> {
  await waitForOutcome(page);
  const shown = await getShown(page);
  if (shown !== en.canceled) throw new Error(`The first tab shows “${shown}”.`);
}

export const tabs: readonly Situation[] = [
  {
    name: 'Two tabs cancel the same payment at the same time',
    engines: ['chromium', 'firefox'],
    async run(visit) {
      const [first, second] = await openTwo(visit);
      visit.checkout.answer = 'none';
      await confirm(first);
      await confirm(second);
      await waitForRequests(visit.checkout, 2);
      visit.checkout.answerHeld(204);
      await expectCanceled(first);
      await waitForOutcome(second);
      return second;
    },
    shown: [en.canceled],
    sent: 2,
  },
  {
    name: 'A tab cancels a payment that another one has canceled',
    engines: ['chromium', 'firefox'],
    async run(visit) {
      const [first, second] = await openTwo(visit);
      await confirm(first);
      await expectCanceled(first);
      await confirm(second);
      await waitForOutcome(second);
      return second;
    },
    shown: [en.canceled],
    sent: 2,
  },
  {
    name: 'The payment is used elsewhere while the dialog is open',
    async run({ page, checkout }) {
      await page.goto(checkout.url);
      await openDialog(page);
      checkout.answer = 403;
      await clickButton(page, en.confirm);
      await waitForOutcome(page);
    },
    shown: [en.titleFinal],
    sent: 1,
  },
];
