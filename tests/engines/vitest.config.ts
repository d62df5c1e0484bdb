import { resolve } from 'node:path';
import process from 'node:process';
import react from '@vitejs/plugin-react';
import type { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserCommand, BrowserProviderOption } from 'vitest/node';
import { firefoxPath, webKitCapabilities } from '../../scripts/engines.js';
import { networkCommands } from '../browser/network/networkCommands.ts';
import { pointerCommands } from '../support/pointerCommands.ts';

const engine = process.env['ENGINE'] === 'webkit' ? 'webkit' : 'firefox';
const webKitDriverPort = Number(process.env['WEBKIT_DRIVER_PORT']);

/** Playwright sometimes misses the name of the iframe in Firefox, by which Vitest looks for it. */
const findFrameByPosition: BrowserCommand = ({ page, provider }) => {
  if (provider.name !== 'playwright') return;
  page.frame = () => page.frames().find((frame) => frame.parentFrame()) ?? null;
};

/** The packages of this folder, which are not there for the type check unless they are installed. */
interface Providers {
  playwright: typeof playwright;
  webdriverio: (options: object) => BrowserProviderOption;
}

async function importProviders(name: 'browser-playwright' | 'browser-webdriverio'): Promise<Providers> {
  const url = new URL(`node_modules/@vitest/${name}/dist/index.js`, import.meta.url).href;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each has its own provider
  return (await import(/* @vite-ignore */ url)) as Providers;
}

async function createProvider(): Promise<BrowserProviderOption> {
  if (engine === 'webkit') {
    const { webdriverio } = await importProviders('browser-webdriverio');
    return webdriverio({
      hostname: '127.0.0.1',
      port: webKitDriverPort,
      path: '/',
      logLevel: 'error',
      capabilities: { alwaysMatch: webKitCapabilities },
    });
  }
  const { playwright: create } = await importProviders('browser-playwright');
  return create({ launchOptions: { channel: 'moz-firefox', executablePath: firefoxPath } });
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name of WebdriverIO's, whose types are not there
const browser = (engine === 'webkit' ? 'safari' : 'firefox') as 'firefox';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: `${engine}-pages`,
          include: ['tests/pages/{chunk,edges,engines}.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          provide: { engine, webKitDriverPort },
        },
      },
      {
        test: {
          name: `${engine}-faults`,
          include: ['tests/faults/*.test.ts'],
          provide: { engine, webKitDriverPort },
        },
      },
      {
        extends: true,
        test: {
          name: engine,
          include: ['tests/browser/**/*.test.tsx'],
          setupFiles: ['tests/support/setup.ts', 'tests/engines/setup.ts'],
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: engine === 'firefox', // WebKitGTK has no headless mode
            ui: false,
            screenshotFailures: false,
            provider: await createProvider(),
            commands: { ...networkCommands, ...pointerCommands, findFrameByPosition },
            instances: [{ browser, viewport: { width: 800, height: 600 } }],
            // Playwright refuses to click in an iframe that is scaled.
            orchestratorScripts: [
              {
                content: `document.head.insertAdjacentHTML('beforeend', '<style>*{transform:none!important}</style>')`,
              },
            ],
          },
        },
      },
    ],
  },
});
