import { inject } from 'vitest';
import { en } from '../../../src/locales.ts';
import { clickButton } from '../../engines/pageActions.ts';
import type { EnginePage } from '../../engines/EnginePage.ts';
import type { AppFiles } from '../../support/buildApp.ts';
import { inPool } from '../../support/inPool.ts';
import { wait } from '../../support/wait.ts';
import { confirm, getShown, waitForOutcome } from './actions.ts';
import { serveCheckout } from './serveCheckout.ts';
import type { Situation, Visit } from './Situation.ts';
import { startBrowsers, type OpenedVisit } from './startBrowsers.ts';

/** What has become of a situation, or why that is not known. */
export type Happening =
  | {
      shown: string;
      /** How many requests have reached the API until the outcome, and later. */
      sent: number;
      late: number;
      /** The same once the user has tried again, if possible, with an API that works. */
      after: { shown: string; sent: number };
    }
  | { failure: unknown };

/** In ms. WebKit has only one page at a time, so it cannot wait that long for each. */
const watchTime = inject('engine') === 'webkit' ? 5000 : 35_000;

/** In ms: how long a request may take to arrive that was sent before the outcome. */
const transit = 50;

/** Does what the user can still do to cancel the payment. */
async function tryAgain(page: EnginePage): Promise<void> {
  const shown = await getShown(page);
  if (shown === en.trigger) await confirm(page);
  else if (shown === en.title) await clickButton(page, en.confirm);
  else if (shown === en.titleNotConfirmed) await clickButton(page, en.retry);
  else return;
  await waitForOutcome(page);
}

/** A situation that has happened, and is watched. */
interface Watched {
  visit: Visit & OpenedVisit;
  page: EnginePage;
  shown: string;
  /** When there was an outcome, in ms since 1970. */
  at: number;
}

async function finish({ repair }: Situation, { visit, page, shown, at }: Watched): Promise<Happening> {
  const { checkout } = visit;
  const before = checkout.requests.length;
  const late = checkout.requests.filter((time) => time > at + transit).length;
  checkout.answer = 204;
  await repair?.(visit);
  await tryAgain(page);
  const after = { shown: await getShown(page), sent: checkout.requests.length - before };
  return { shown, sent: before - late, late, after };
}

/** Lets these situations happen at the same time, as far as the browser can, and watches all of them afterwards. */
export async function happen(
  situations: readonly Situation[],
  files: AppFiles,
): Promise<ReadonlyMap<Situation, Happening>> {
  const browsers = await startBrowsers();
  const happenings = new Map<Situation, Happening>();
  const isAlone = browsers.concurrency === 1;
  for (const batch of isAlone ? situations.map((situation) => [situation]) : [situations]) {
    const watched: [Situation, Watched][] = [];
    const opened: { close: () => Promise<void> }[] = [];
    const attempt = async (situation: Situation, run: () => Promise<void>) => {
      try {
        await run();
      } catch (failure) {
        happenings.set(situation, { failure });
      }
    };
    await inPool(batch, browsers.concurrency, (situation) =>
      attempt(situation, async () => {
        const checkout = await serveCheckout(files);
        const visit = { ...(await browsers.open(situation)), checkout };
        opened.push(visit, checkout);
        const page = (await situation.run(visit)) ?? visit.page;
        watched.push([situation, { visit, page, at: Date.now(), shown: await getShown(page) }]);
      }),
    );
    await wait(watchTime);
    await inPool(watched, browsers.concurrency, ([situation, state]) =>
      attempt(situation, async () => {
        happenings.set(situation, await finish(situation, state));
      }),
    );
    await Promise.all(opened.map(({ close }) => close()));
  }
  await browsers.close();
  return happenings;
}
