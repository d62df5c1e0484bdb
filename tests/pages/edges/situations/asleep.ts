import { en } from '../../../../src/locales.ts';
import { clickButton } from '../../../engines/pageActions.ts';
import { wait } from '../../../support/wait.ts';
import { openDialog, startCanceling, waitForAnswer, waitForOutcome, waitForRequests } from '../actions.ts';
import type { Answer } from '../serveCheckout.ts';
import type { DevTools, Situation } from '../Situation.ts';

/** In ms: longer than the time limit of the page's client. */
const sleepTime = 5000;

/** What happens after the first request, and how that is answered. */
const moments = [
  ['during the request, without an answer', 'none', 'none'],
  ['during the request, whose connection is lost', 'none', 'lost'],
  ['during the request, which is answered with 204', 'none', 204],
  ['before a retry', 503, 'none'],
] as const satisfies readonly (readonly [string, Answer, Answer])[];

/** A device that sleeps stops all processes, and a tab that is frozen in the background only its own. */
const types = [
  ['The device sleeps past the deadline', undefined],
  ['The tab is frozen past the deadline', 'renderer'],
] as const;

/** Stops the processes meanwhile. */
async function sleep({ signal }: DevTools, type: 'renderer' | undefined, proceed: () => Promise<unknown>) {
  signal('SIGSTOP', type);
  try {
    await proceed();
  } finally {
    signal('SIGCONT', type);
  }
}

/** As long as the page has all connections that the browser allows to a server, its requests wait. */
const withoutConnection: Situation = {
  name: 'The tab is frozen past the deadline, and the request has a connection only then',
  engines: ['chromium'],
  needs: 'sleep',
  async run({ page, checkout, openDevTools }) {
    const devTools = await openDevTools();
    await page.goto(checkout.url);
    await openDialog(page);
    await page.run(() => {
      for (let connections = 0; connections < 6; connections++) void fetch('/held');
    });
    await clickButton(page, en.confirm);
    await wait(500);
    await sleep(devTools, 'renderer', async () => {
      await wait(sleepTime);
      checkout.answerHeld(204);
      await waitForRequests(checkout, 1);
    });
    await waitForOutcome(page);
  },
  shown: [en.canceled, en.titleNotConfirmed],
  sent: 1,
};

const atMoments = types.flatMap(([name, type]) =>
  moments.map<Situation>(([moment, answer, later]) => ({
    name: `${name}, ${moment}`,
    engines: ['chromium'],
    needs: 'sleep',
    async run(visit) {
      const devTools = await visit.openDevTools();
      await startCanceling(visit, answer);
      await sleep(devTools, type, () => waitForAnswer(sleepTime, visit.checkout, later));
      await waitForOutcome(visit.page);
    },
    // A page that wakes up may see that its time is over before it sees the answer.
    shown: later === 204 ? [en.titleNotConfirmed, en.canceled] : [en.titleNotConfirmed],
    sent: 1,
  })),
);

export const asleep: readonly Situation[] = [...atMoments, withoutConnection];
