// @vitest-environment node
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPayHandler } from '../../examples/node/server.ts';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { withScriptedServer } from '../support/scriptedServer.ts';
import { serveRequests } from '../support/serveRequests.ts';

const path = '/pay/transactions/t1/cancel';
const upstream = withScriptedServer();
let browser: Browser;
let page: Page;
/** The origin of the app, whose server adds the token. */
let app: string;
/** Another origin, on another site. */
let other: string;

beforeAll(async () => {
  const found = await findChromium();
  browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
});

afterAll(() => browser.close());

beforeEach(async () => {
  let handlePay: ReturnType<typeof createPayHandler> | undefined;
  const server = await serveRequests(({ request, response, send }) => {
    if (request.url === path) handlePay?.(request, response);
    else send('<!doctype html><title>Page</title>');
  });
  app = server.url;
  other = server.url.replace('127.0.0.1', 'localhost');
  handlePay = createPayHandler({ origin: app, baseUrl: upstream.url, getAccessToken: () => 'token' });
  page = await browser.newPage();
  return async () => {
    await page.close();
    await server.close();
  };
});

const post = (mode: RequestMode) =>
  page.evaluate(
    async ([url, requestMode]) => {
      try {
        const { status } = await fetch(url, { method: 'POST', mode: requestMode });
        return status;
      } catch {
        return 'failed';
      }
    },
    [app + path, mode] as const,
  );

test('the proxy adds the token to a request of the app’s page', async () => {
  await page.goto(app);
  expect(await post('cors')).toBe(204);
  expect(upstream.requests.map((request) => request.header('authorization'))).toEqual(['Bearer token']);
});

test('the proxy refuses what a page of another site can send: fetch with and without CORS, and a form', async () => {
  await page.goto(other);
  expect(await post('cors')).toBe('failed');
  expect(await post('no-cors')).toBe(0); // sent, but the page cannot read the response
  const navigated = page.waitForResponse(app + path);
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { action, method: 'post' });
    document.body.append(form);
    form.submit();
  }, app + path);
  expect((await navigated).status()).toBe(403);
  expect(upstream.requests).toEqual([]);
});
