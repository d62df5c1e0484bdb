import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { collectProblems } from '../support/collectProblems.ts';

let browser: Browser;

beforeAll(async () => {
  const found = await findChromium();
  browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
});
afterAll(() => browser.close());

/** Waits until React listens to the buttons, which a server may have rendered. */
async function waitForReact(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('button') ?? {}).some((key) => key.startsWith('__reactProps')),
  );
}

interface Visit {
  page: Page;
  /** The code of each script that has been loaded. */
  readScripts: () => Promise<string[]>;
}

export type Drive = (visit: Visit) => Promise<void>;

/** Opens a page in a language, and fails on console errors, console warnings and uncaught errors. */
export async function visit(url: string, locale: string, drive: Drive): Promise<void> {
  const context = await browser.newContext({ locale });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const problems = collectProblems(page);
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.ok() && response.request().resourceType() === 'script') scripts.push(response.text());
  });
  try {
    await page.addInitScript(() => (window.requestIdleCallback = () => 0)); // which preloads the dialog
    await page.coverage.startJSCoverage();
    await page.goto(url, { timeout: 120_000 }); // a development server compiles it first
    await waitForReact(page);
    await drive({ page, readScripts: () => Promise.all(scripts) });
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}
