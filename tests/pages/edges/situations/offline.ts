import { en } from '../../../../src/locales.ts';
import { clickButton } from '../../../engines/pageActions.ts';
import { confirm, openDialog, startCanceling, waitForOutcome } from '../actions.ts';
import type { Situation, Visit } from '../Situation.ts';

/** Online again after the outcome. */
async function goOffline(visit: Visit, proceed: () => unknown): Promise<void> {
  const { context } = await visit.openDevTools();
  await context.setOffline(true);
  await proceed();
  await waitForOutcome(visit.page);
  await context.setOffline(false);
}

export const offline: readonly Situation[] = [
  {
    name: 'Offline before the press, online later',
    engines: ['chromium'],
    async run(visit) {
      await visit.page.goto(visit.checkout.url);
      await openDialog(visit.page);
      await goOffline(visit, () => clickButton(visit.page, en.confirm));
    },
    shown: [en.titleNotConfirmed],
    sent: 0,
  },
  {
    name: 'Offline during the request, online later',
    engines: ['chromium'],
    async run(visit) {
      await startCanceling(visit, 'none');
      await goOffline(visit, () => visit.checkout.answerHeld('lost'));
    },
    shown: [en.titleNotConfirmed],
    sent: 1,
  },
  {
    name: 'Offline before a retry, online later',
    engines: ['chromium'],
    async run(visit) {
      await startCanceling(visit, 503);
      await goOffline(visit, () => {});
    },
    shown: [en.titleNotConfirmed],
    sent: 1,
  },
  {
    name: 'The connection is lost during each request',
    async run({ page, checkout }) {
      await page.goto(checkout.url);
      checkout.answer = 'lost';
      await confirm(page);
      await waitForOutcome(page);
    },
    shown: [en.titleNotConfirmed],
    sent: 3,
  },
];
