// @vitest-environment node
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { EnginePage } from '../engines/EnginePage.ts';
import { openPage } from '../engines/openPage.ts';
import { buildApp } from '../support/buildApp.ts';
import { serveRequests } from '../support/serveRequests.ts';
import { wait } from '../support/wait.ts';

let page: EnginePage;
let server: Awaited<ReturnType<typeof serveRequests>>;
/** To the API. */
let requests = 0;

beforeAll(async () => {
  const files = await buildApp({ root: fileURLToPath(new URL('leaving', import.meta.url)) });
  server = await serveRequests(({ path, response, send }) => {
    if (path.startsWith('/pay/')) {
      requests++;
      response.writeHead(503).end();
    } else if (path === '/elsewhere.html') send('<!doctype html><title>elsewhere</title>');
    else send(files.get(path));
  });
  page = await openPage();
});

afterAll(async () => {
  await page.close();
  await server.close();
});

const getTitle = () => page.run(() => document.title);
const isRestored = () => page.run(() => 'restored' in document.body.dataset);

/** Leaves the page, and comes back after `time` in ms. */
async function leaveFor(time: number): Promise<void> {
  await page.goto(`${server.url}/elsewhere.html`);
  await wait(time);
  await page.run(() => history.back());
  await vi.waitFor(async () => expect(await getTitle()).not.toBe('elsewhere'), 5000);
}

// Chromium without a window keeps no pages.
describe.skipIf(inject('engine') === 'chromium')('a page that comes back from the back/forward cache', () => {
  test('and was left within the delay of a retry, sends nothing else', async () => {
    await page.goto(`${server.url}/`);
    await vi.waitFor(() => expect(requests).toBe(1), 5000);
    await leaveFor(4000);
    expect(await isRestored()).toBe(true);
    await wait(8000);
    expect(requests).toBe(1);
    expect(await getTitle()).toBe('server-error');
  });
});
