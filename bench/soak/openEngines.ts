import { existsSync } from 'node:fs';
import { chromium, type BrowserType } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import {
  findMissingPackages,
  firefoxPath,
  readEngineVersions,
  startWebKitDriver,
  webKitCapabilities,
} from '../../scripts/engines.js';
import { startWebDriverSession } from '../../tests/support/startWebDriverSession.ts';

export interface SoakPage {
  engine: string;
  goto: (url: string) => Promise<void>;
  /** Evaluates an expression in the page, and waits for its promise. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  /** What only the engine itself can count, after garbage collection. The nodes include detached ones. */
  readMetrics?: () => Promise<{ heap: number; nodes: number; listeners: number }>;
  close: () => Promise<void>;
}

/** V8 counts compiled code as heap, and goes on compiling for thousands of cycles. Its interpreter adds nothing. */
const interpreterOnly = '--js-flags=--no-opt --no-maglev --no-sparkplug';

async function openChromium(): Promise<SoakPage> {
  const found = await findChromium();
  const browser = await chromium.launch({
    ...(found && { executablePath: found.path }),
    args: [...chromiumArgs, interpreterOnly],
  });
  const page = await browser.newPage();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Performance.enable');
  return {
    engine: `Chromium ${browser.version().split('.')[0]}`,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    async readMetrics() {
      // The first one leaves what has a finalizer.
      await devTools.send('HeapProfiler.collectGarbage');
      await devTools.send('HeapProfiler.collectGarbage');
      const { metrics } = await devTools.send('Performance.getMetrics');
      const read = (metric: string) => metrics.find(({ name }) => name === metric)?.value ?? NaN;
      return { heap: read('JSHeapUsedSize'), nodes: read('Nodes'), listeners: read('JSEventListeners') };
    },
    close: () => browser.close(),
  };
}

const enginePackages = new URL('../../tests/engines/node_modules/playwright/index.mjs', import.meta.url);

/** With the Playwright that Firefox ESR understands. */
async function openFirefox(): Promise<SoakPage> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- another version of the same package
  const { firefox } = (await import(/* @vite-ignore */ enginePackages.href)) as { firefox: BrowserType };
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath });
  const page = await browser.newPage();
  return {
    engine: `Firefox ${browser.version().split('.')[0]}`,
    goto: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function openWebKitPage(): Promise<SoakPage> {
  const { port, stop } = await startWebKitDriver();
  const session = await startWebDriverSession(port, webKitCapabilities);
  return {
    engine: `WebKitGTK ${readEngineVersions()[0]?.[1]}`,
    goto: (url) => session.post('/url', { url }),
    evaluate: (expression) => session.execute(`return ${expression}`),
    async close() {
      await session.close();
      stop();
    },
  };
}

/** Functions that open a page in each engine that is installed. */
export function findEngines(): readonly (() => Promise<SoakPage>)[] {
  const missing = findMissingPackages();
  const isInstalled = missing.length === 0 && existsSync(enginePackages);
  return isInstalled ? [openChromium, openFirefox, openWebKitPage] : [openChromium];
}
