// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { en } from '../../src/locales.ts';
import type { EnginePage } from '../engines/EnginePage.ts';
import { openPage } from '../engines/openPage.ts';
import { clickButton, getTitle } from '../engines/pageActions.ts';
import { buildApp, type AppFiles } from '../support/buildApp.ts';
import { serveRequests } from '../support/serveRequests.ts';
import { wait } from '../support/wait.ts';

/** The app of this name in `chunk`, whose page is the same for all. */
const buildVariant = (name: string) =>
  buildApp({
    root: fileURLToPath(new URL('chunk', import.meta.url)),
    plugins: [
      {
        name: 'variant',
        transformIndexHtml: { order: 'pre', handler: (html) => html.replace('./main.tsx', `./${name}.tsx`) },
      },
    ],
  });

/** How a file is missing that a deployment has removed: with 404, or as on many servers, with the page instead. */
type Deployment = 'answers 404' | 'answers with the page';

interface AppState {
  /** Why the chunk cannot be loaded. */
  failure: 'no reception' | Deployment | undefined;
  /** Which files that concerns. */
  isFailing: (path: string) => boolean;
  /** For these. */
  requests: string[];
}

const isDialog = (path: string) => path.includes('CancelPaymentDialog');

/** Serves the files, apart from the dialog's chunk while it cannot be loaded. */
async function serveApp(files: AppFiles) {
  const app: AppState = { failure: 'no reception', isFailing: isDialog, requests: [] };
  const server = await serveRequests(({ path, request, response, send }) => {
    const failure = app.isFailing(path) ? app.failure : undefined;
    if (isDialog(path)) app.requests.push(request.url ?? '');
    if (failure === 'no reception') request.socket.destroy();
    else if (failure === 'answers 404') send(undefined);
    else if (failure) response.setHeader('Content-Type', 'text/html').end(files.get('/index.html'));
    else send(files.get(path));
  });
  return Object.assign(app, server);
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
  let files: AppFiles;
  let app: Awaited<ReturnType<typeof serveApp>>;

  beforeAll(async () => {
    files = await buildVariant(name);
  });

  beforeEach(async () => {
    app = await serveApp(files); // on another port, so that nothing is in the browser's cache
    await page.goto(app.url);
    return () => app.close();
  });

  /** The dialog is loaded when the page is idle, which fails. */
  async function waitForFailedPreload(): Promise<void> {
    await vi.waitUntil(() => app.requests.length > 0, { timeout: 5000 });
    await wait(500);
  }

  /** Clicks twice while the chunk is gone, which the button says each time, and once when it is back. */
  async function clickUntilBack(): Promise<void> {
    await clickButton(page, en.trigger);
    await waitForLoadError();
    await clickButton(page, en.trigger);
    await waitForLoadError();
    app.failure = undefined;
    await clickButton(page, en.trigger);
  }

  test('the dialog opens although there was no reception while the page was idle', async () => {
    await waitForFailedPreload();
    app.failure = undefined;
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });

  test('without reception a click says so, and the next one opens the dialog', async () => {
    await clickUntilBack();
    await waitForTitle(en.title);
  });

  test.each<Deployment>(['answers 404', 'answers with the page'])(
    'after a deployment whose server %s, a click says so, and the next one opens the dialog when it is back',
    async (failure) => {
      app.failure = failure;
      await page.reload(); // the dialog has been requested already
      await clickUntilBack();
      await waitForTitle(en.title);
    },
  );

  test('the first click opens the dialog after the page was reloaded', async () => {
    await clickButton(page, en.trigger);
    await waitForLoadError();
    app.failure = undefined;
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
    await wait(500);
    app.failure = undefined;
    await clickButton(page, en.trigger);
    await waitForTitle(en.title);
  });

  // The browser remembers that Radix failed, and the dialog imports it. WebKit remembers it even then.
  test.runIf(name === 'split' && inject('engine') !== 'webkit')(
    'the dialog opens after a reload of the page if Radix could not be loaded either',
    async () => {
      const html = String(files.get('/index.html'));
      app.isFailing = (path) => path.endsWith('.js') && !html.includes(path);
      await page.reload();
      await clickButton(page, en.trigger);
      await waitForLoadError();
      app.failure = undefined;
      await page.reload();
      await clickButton(page, en.trigger);
      await waitForTitle(en.title);
    },
  );
});
