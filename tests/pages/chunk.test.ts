// @vitest-environment node
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../src/locales.ts';
import type { EnginePage } from '../engines/EnginePage.ts';
import { openPage } from '../engines/openPage.ts';
import { clickButton, getTitle } from '../engines/pageActions.ts';

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the page as Vite does by default. */
async function buildApp(name: string): Promise<Map<string, string | Uint8Array>> {
  vi.stubEnv('NODE_ENV', 'production'); // otherwise Vite bundles React's development build
  const built = await build({
    root: fileURLToPath(new URL(`chunk/${name}`, import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { tsconfigPaths: true },
    build: { write: false },
  }).finally(() => vi.unstubAllEnvs());
  if (!('output' in built)) throw new Error('Vite did not return a single build.');
  return new Map(built.output.map((file) => [`/${file.fileName}`, 'code' in file ? file.code : file.source]));
}

/** Serves the files, apart from the dialog's chunk while there is no reception. */
async function serve(files: ReadonlyMap<string, string | Uint8Array>) {
  const app = { url: '', hasReception: false, requests: [] as string[], close: () => {} };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname === '/' ? '/index.html' : pathname;
    const file = files.get(path);
    const isDialog = path.includes('CancelPaymentDialog');
    if (isDialog) app.requests.push(request.url ?? '');
    if (isDialog && !app.hasReception) {
      request.socket.destroy();
    } else if (file === undefined) {
      response.writeHead(404).end();
    } else {
      response.setHeader('Content-Type', `${types[extname(path)]}; charset=utf-8`);
      response.end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port.');
  app.url = `http://127.0.0.1:${address.port}`;
  app.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return app;
}

let page: EnginePage;

beforeAll(async () => {
  page = await openPage();
});

afterAll(() => page.close());

async function waitForTitle(title: string): Promise<void> {
  await expect.poll(() => getTitle(page), { timeout: 5000 }).toBe(title);
}

async function waitForLoadError(): Promise<void> {
  const getLoadError = () => page.run(() => document.querySelector('.cancel-payment-load-failed')?.textContent);
  await expect.poll(getLoadError, { timeout: 5000 }).toBe(en.loadFailed);
}

describe.each([
  ['has the button alone', 'alone'],
  ['imports the dialog elsewhere, too', 'shared'],
  ['shares Radix with the dialog', 'split'],
])('in an app that %s', (_, name) => {
  let files: Awaited<ReturnType<typeof buildApp>>;
  let app: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    files = await buildApp(name);
  });

  beforeEach(async () => {
    app = await serve(files); // on another port, so that nothing is in the browser's cache
    await page.goto(app.url);
    return () => app.close();
  });

  /** The dialog is loaded when the page is idle, which fails. */
  async function waitForFailedPreload(): Promise<void> {
    await vi.waitUntil(() => app.requests.length > 0, { timeout: 5000 });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  test('the dialog opens although there was no reception while the page was idle', async () => {
    await waitForFailedPreload();
    app.hasReception = true;
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });

  test('without reception a click says so, and the next one opens the dialog', async () => {
    await clickButton(page, en.trigger);
    await waitForLoadError();
    await clickButton(page, en.trigger);
    await waitForLoadError();
    app.hasReception = true;
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });

  test('the first click opens the dialog after the page was reloaded', async () => {
    await clickButton(page, en.trigger);
    await waitForLoadError();
    app.hasReception = true;
    await page.reload();
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });

  test.skipIf(name === 'alone')('the dialog opens although the app’s own import() has failed, too', async () => {
    await waitForFailedPreload();
    await page.run(() => {
      addEventListener('unhandledrejection', (event) => event.preventDefault());
      location.hash = 'menu';
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    app.hasReception = true;
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });
});
