import { vi } from 'vitest';
import { en } from '../../../../src/locales.ts';
import { openDialog, startCanceling, waitForAnswer, waitForOutcome } from '../actions.ts';
import type { Answer } from '../serveCheckout.ts';
import type { Engine, Situation, Visit } from '../Situation.ts';

/** Leaves the page, and comes back after `time` in ms. */
async function leaveFor(time: number, { page, checkout }: Visit, answer: Answer = 'none'): Promise<void> {
  await page.goto(`${checkout.url}/elsewhere.html`);
  await waitForAnswer(time, checkout, answer);
  await page.run(() => {
    setTimeout(() => history.back());
  });
  const isBack = () => page.run(() => document.readyState === 'complete' && document.title !== 'elsewhere');
  await vi.waitUntil(() => isBack().catch(() => false), 5000);
}

const { titleNotConfirmed } = en;

/** What happens after the first request, how that is answered, for how long the page is left, and what may be shown. */
const moments = [
  // Firefox keeps no page that has a request, and loads it again. WebKit gives the request up.
  ['during the request, without an answer', 'none', 'none', 2000, [titleNotConfirmed, en.trigger]],
  ['during the request, until past the deadline', 'none', 'none', 5000, [titleNotConfirmed, en.trigger]],
  ['during the request, which is answered with 204', 'none', 204, 2000, [en.canceled, titleNotConfirmed, en.trigger]],
  ['before a retry', 503, 'none', 4000, [titleNotConfirmed]],
] as const;

/** Ends the page within the attempt. */
const createEnding = (
  moment: string,
  answer: Answer,
  { name, engines, end }: { name: string; engines: readonly Engine[]; end: Situation['run'] },
): Situation => ({
  name: `${name} ${moment}`,
  engines,
  async run(visit) {
    await startCanceling(visit, answer);
    return end(visit);
  },
  shown: [en.trigger],
  sent: 1,
});

const endings = [
  {
    name: 'The page is reloaded',
    engines: ['chromium', 'firefox', 'webkit'],
    end: ({ page }: Visit) => page.reload(),
  },
  {
    name: 'The tab is closed, and the page opened in another one,',
    engines: ['chromium', 'firefox'],
    async end({ page, checkout, openTab }: Visit) {
      await page.close();
      const tab = await openTab();
      await tab.goto(checkout.url);
      return tab;
    },
  },
] as const;

export const leaving: readonly Situation[] = [
  {
    name: 'Back to a page that was left with the dialog open',
    needs: 'back/forward cache',
    async run(visit) {
      await visit.page.goto(visit.checkout.url);
      await openDialog(visit.page);
      await leaveFor(1000, visit);
    },
    shown: [en.title],
    sent: 0,
  },
  ...moments.map<Situation>(([moment, answer, later, time, shown]) => ({
    name: `Back to a page that was left ${moment}`,
    needs: 'back/forward cache',
    async run(visit) {
      await startCanceling(visit, answer);
      await leaveFor(time, visit, later);
      await waitForOutcome(visit.page);
    },
    shown,
    sent: 1,
  })),
  ...endings.flatMap((ending) => [
    createEnding('during the request', 'none', ending),
    createEnding('before a retry', 503, ending),
  ]),
];
