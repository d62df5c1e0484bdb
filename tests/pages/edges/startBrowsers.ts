import { kill } from 'node:process';
import { inject } from 'vitest';
import { findInstalledChromium } from '../../../scripts/chromium.js';
import { launchFirefox } from '../../engines/launchFirefox.ts';
import { launchChromium, toEnginePage, viewport, type Browser, type BrowserContext } from '../../engines/openPage.ts';
import { openWebKit } from '../../engines/openWebKit.ts';
import type { DevTools, Situation, Visit } from './Situation.ts';

export interface OpenedVisit extends Omit<Visit, 'checkout'> {
  close: () => Promise<void>;
}

export interface Browsers {
  open: (situation: Situation) => Promise<OpenedVisit>;
  /** How many pages there can be at the same time. */
  concurrency: number;
  close: () => Promise<void>;
}

const isImpossible = () => Promise.reject(new Error('This browser cannot do that.'));

async function createOpenTab(browser: Browser) {
  const context = await browser.newContext({ viewport });
  const openTab = async () => {
    const page = await context.newPage();
    return toEnginePage(page, () => page.close());
  };
  return { context, openTab };
}

async function findSignal(browser: Browser): Promise<DevTools['signal']> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return (name, type) => {
    for (const process of processInfo) if (!type || process.type === type) kill(process.id, name);
  };
}

async function openDevTools(browser: Browser, context: BrowserContext): Promise<DevTools> {
  const [page] = context.pages();
  if (!page) throw new Error('There is no page.');
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  return { context, session, signal: await findSignal(browser) };
}

/** A browser for this situation alone, if it is stopped, or has to keep pages, which Playwright turns off. */
function launchAlone({ needs }: Situation): Promise<Browser> | undefined {
  if (needs === 'sleep') return launchChromium();
  if (needs !== 'back/forward cache') return undefined;
  const executablePath = findInstalledChromium();
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  return launchChromium({ ...(executablePath && { executablePath }), ignoreDefaultArgs });
}

async function startChromium(): Promise<Browsers> {
  const shared = await launchChromium();
  return {
    async open(situation) {
      const alone = await launchAlone(situation);
      const { context, openTab } = await createOpenTab(alone ?? shared);
      const page = await openTab();
      let devTools: Promise<DevTools> | undefined;
      return {
        page,
        openTab,
        openDevTools: () => (devTools ??= openDevTools(alone ?? shared, context)),
        close: () => (alone ?? context).close(),
      };
    },
    concurrency: 20,
    close: () => shared.close(),
  };
}

async function startFirefox(): Promise<Browsers> {
  const browser = await launchFirefox();
  return {
    async open() {
      const { context, openTab } = await createOpenTab(browser);
      return { page: await openTab(), openTab, openDevTools: isImpossible, close: () => context.close() };
    },
    concurrency: 4,
    close: () => browser.close(),
  };
}

async function startWebKit(): Promise<Browsers> {
  const page = await openWebKit(inject('webKitDriverPort'));
  const close = () => page.goto('about:blank');
  return {
    open: () => Promise.resolve({ page, openTab: isImpossible, openDevTools: isImpossible, close }),
    concurrency: 1,
    close: () => page.close(),
  };
}

const start = { chromium: startChromium, firefox: startFirefox, webkit: startWebKit };

/** Starts the engine that the project of the test is for. */
export const startBrowsers = (): Promise<Browsers> => start[inject('engine')]();
