import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import {
  findMissingPackages,
  installEngines,
  readEngineVersions,
  startWebKitDriver,
  webKitCapabilities,
} from '../../scripts/engines.js';
import { launchFirefox } from '../../tests/engines/launchFirefox.ts';
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

async function openFirefox(): Promise<SoakPage> {
  const browser = await launchFirefox();
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

const engines = { chromium: openChromium, firefox: openFirefox, webkit: openWebKitPage };

/** Functions that open a page in each engine that is installed, or only in the one named. */
export function findEngines(only?: string): readonly (() => Promise<SoakPage>)[] {
  const isInstalled = findMissingPackages().length === 0;
  if (isInstalled) installEngines();
  return Object.entries(engines)
    .filter(([name]) => (only ? name === only : isInstalled || name === 'chromium'))
    .map(([, open]) => open);
}
