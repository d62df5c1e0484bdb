// @vitest-environment node
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { sandboxTransactions } from '../../src/sandbox.ts';
import { collectProblems } from '../support/collectProblems.ts';
import { previewApp } from '../support/previewApp.ts';
import { runCompiler } from '../support/runCompiler.ts';
import { serveRegistries } from './serveRegistries.ts';

const root = join(import.meta.dirname, '../..');
const item = join(root, 'registry/cancel-payment-button.json');
/** In the repository, so that the app finds Vite, Tailwind and so on in the folders above. */
const app = join(import.meta.dirname, '.app');
const scratch = mkdtempSync(join(tmpdir(), 'shadcn-'));

const runShadcn = (args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'node_modules/shadcn/dist/index.js'), ...args], {
    cwd,
    env: { ...process.env, ...env },
  });

beforeAll(async () => {
  rmSync(app, { recursive: true, force: true });
  cpSync(join(import.meta.dirname, 'app'), app, { recursive: true });
  const registries = await serveRegistries(scratch);
  await runShadcn(['add', item, '--yes'], app, {
    REGISTRY_URL: `${registries.url}/shadcn`,
    npm_config_registry: registries.url,
  }).finally(registries.close);
}, 120_000);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(app, { recursive: true, force: true });
});

test('the registry item is what `shadcn build` makes of its source', async () => {
  await runShadcn(['build', 'registry.json', '--output', scratch], join(root, 'registry'));
  expect(readFileSync(join(scratch, 'cancel-payment-button.json'), 'utf8')).toBe(readFileSync(item, 'utf8'));
});

test('`shadcn add` copies the button, adds the app’s own, and installs the package', () => {
  const source = readFileSync(join(root, 'registry/cancel-payment-button.tsx'), 'utf8');
  expect(readFileSync(join(app, 'src/components/cancel-payment-button.tsx'), 'utf8')).toBe(source);
  expect(existsSync(join(app, 'src/components/ui/button.tsx'))).toBe(true);
  expect(JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'))).toMatchObject({
    dependencies: { 'react-cancel-preauth': '^0.1.0', '@tanstack/react-query': expect.any(String) },
  });
});

test('it type-checks in the app', () => {
  expect(runCompiler(app)).toEqual([]);
});

describe('in the app, on a phone of 320 px', () => {
  let browser: Browser;
  let preview: Awaited<ReturnType<typeof previewApp>>;

  beforeAll(async () => {
    const found = await findChromium();
    browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
    preview = await previewApp({
      root: app,
      plugins: [react(), tailwindcss()],
      resolve: { alias: { '@': join(app, 'src') }, dedupe: ['react', 'react-dom'] },
    });
  });
  afterAll(async () => {
    await browser.close();
    await preview.close();
  });

  async function open(id: string, theme: string) {
    const page = await browser.newPage({ viewport: { width: 320, height: 480 } });
    const problems = collectProblems(page);
    await page.goto(`${preview.url}?id=${id}${theme === 'dark' ? '&dark' : ''}`);
    await page.getByRole('button', { name: 'Cancel payment' }).click();
    const dialog = page.getByRole('alertdialog');
    const colorOf = (name: string) =>
      dialog.getByRole('button', { name }).evaluate((button) => getComputedStyle(button).backgroundColor);
    return { page, problems, dialog, colorOf, confirm: dialog.getByRole('button', { name: 'Cancel payment' }) };
  }

  test.each([
    { theme: 'light', background: 'rgb(255, 255, 255)', destructive: 'rgb(190, 20, 30)' },
    { theme: 'dark', background: 'rgb(10, 10, 10)', destructive: 'rgb(255, 100, 103)' },
  ])('it cancels a payment, in the colors of the app, $theme', async ({ theme, background, destructive }) => {
    const { page, problems, dialog, colorOf, confirm } = await open(sandboxTransactions.open, theme);
    expect(await dialog.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(background);
    expect(await colorOf('Cancel payment')).toBe(destructive);
    await expect.poll(() => dialog.boundingBox()).toMatchObject({ x: 16, width: 288 }); // after the animation
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await confirm.click();
    await page.getByRole('button', { name: 'Payment canceled' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
    await page.close();
  });

  test.each([
    { theme: 'light', primary: 'rgb(23, 23, 23)' },
    { theme: 'dark', primary: 'rgb(229, 229, 229)' },
  ])('trying again is not red, $theme', async ({ theme, primary }) => {
    const { page, problems, dialog, colorOf, confirm } = await open(sandboxTransactions.timeout, theme);
    await confirm.click();
    await dialog.getByRole('alert').getByText('It’s safe to try again').waitFor();
    await dialog.hover({ position: { x: 5, y: 5 } });
    await expect.poll(() => colorOf('Try again')).toBe(primary);
    expect(problems).toEqual([]);
    await page.close();
  });
});
