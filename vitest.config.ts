import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY } from '@storybook/addon-vitest/constants';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright, type PlaywrightProviderOptions } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumArgs, findChromium } from './scripts/chromium.js';
import { lowerStylesheet } from './scripts/lowerStylesheet.ts';
import { packageAliases } from './scripts/packageAliases.ts';
import { networkCommands } from './tests/browser/network/networkCommands.ts';
import { mutate } from './tests/properties/mutants/mutate.js';
import { pointerCommands } from './tests/support/pointerCommands.ts';

type ContextOptions = NonNullable<PlaywrightProviderOptions['contextOptions']>;

const found = process.env['VITEST'] ? await findChromium() : undefined;

/** A new object for each project: Vitest changes the one it is given. */
function browser(contextOptions: ContextOptions = {}, { hasScrollbars = false } = {}) {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        ...(found && { executablePath: found.path }),
        args: chromiumArgs,
        ...(hasScrollbars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
        ...(found?.isPinned && { env: { ...process.env, FONTCONFIG_FILE: resolve('tests/visual/fonts.conf') } }),
      },
      contextOptions,
    }),
    instances: [{ browser: 'chromium' as const, viewport: { width: 800, height: 600 } }],
  };
}

/** In each of these, every story is played and checked by axe, and those tagged for it are compared with a screenshot. */
const variants: Record<string, { globals?: object; user?: ContextOptions }> = {
  'light': {},
  'dark': { globals: { theme: 'dark' } },
  'rtl': { globals: { locale: 'ar' } },
  'rtl-dark': { globals: { locale: 'ar', theme: 'dark' } },
  'phone': { globals: { viewport: { value: 'phone' } } },
  'forced-colors': { user: { forcedColors: 'active' } },
};

/** One browser for each variant. They share a server and its transformed modules. */
function storyBrowsers(): BrowserConfigOptions {
  const variantOf = (project: { name: string }) => project.name.replace(/^storybook-/, '');
  return {
    ...browser(),
    instances: Object.entries(variants).map(([name, { globals, user }]) => ({
      browser: 'chromium',
      name: `storybook-${name}`,
      provider: browser({ reducedMotion: 'reduce', ...user }).provider,
      provide: {
        [STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY]: { viewport: { value: 'desk' }, ...globals },
        variant: name,
        isChromiumPinned: found?.isPinned ?? false,
      },
    })),
    expect: {
      toMatchScreenshot: {
        comparatorName: 'pixelmatch',
        comparatorOptions: { threshold: 0.01, includeAA: true },
        timeout: 30_000, // for a busy machine
        resolveScreenshotPath: ({ arg, ext, root, project }) =>
          `${root}/tests/visual/baselines/${variantOf(project)}/${arg}${ext}`,
        resolveDiffPath: ({ arg, ext, root, attachmentsDir, project }) =>
          `${root}/${attachmentsDir}/${variantOf(project)}/${arg}${ext}`,
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), lowerStylesheet()],
  test: {
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/*.css'],
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        resolve: { alias: packageAliases }, // the examples import the package by its name
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          environment: 'jsdom',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'examples/testing/*.test.tsx'],
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        test: {
          name: 'types',
          sequence: { groupOrder: 0 },
          include: [],
          typecheck: { enabled: true, only: true, include: ['tests/types/**/*.test-d.ts'] },
        },
      },
      {
        extends: true,
        plugins: [mutate()],
        test: {
          name: 'properties',
          sequence: { groupOrder: 0 },
          environment: 'jsdom',
          include: ['tests/properties/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup.ts'],
          testTimeout: process.env['FAST_CHECK_RUNS'] ? 0 : 60_000,
        },
      },
      {
        resolve: { alias: packageAliases }, // as in the unit project
        test: {
          name: 'pages',
          sequence: { groupOrder: 3 },
          include: ['tests/pages/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          provide: { engine: 'chromium' },
        },
      },
      {
        test: {
          name: 'hosts',
          sequence: { groupOrder: 5 },
          include: ['tests/hosts/*.test.ts'],
          globalSetup: 'tests/hosts/serveHosts.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxConcurrency: 8,
        },
      },
      {
        test: {
          name: 'faults',
          sequence: { groupOrder: 6 },
          include: ['tests/faults/*.test.ts'],
          provide: { engine: 'chromium' },
        },
      },
      {
        test: {
          name: 'consumers',
          include: ['tests/consumers/*.test.ts'],
          globalSetup: 'tests/consumers/installPackages.ts',
          fileParallelism: false, // each build uses every core
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'shadcn',
          include: ['tests/shadcn/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'old-browsers',
          include: ['tests/old-browsers/*.test.ts'],
          globalSetup: 'tests/old-browsers/servePages.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'package',
          sequence: { groupOrder: 4 },
          include: ['tests/package/**/*.test.ts'],
          globalSetup: 'tests/package/installPackage.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          maxWorkers: 3, // pages: a test waits most of the time, for what the dialog does for 0.4 s, for example
          include: ['tests/browser/**/*.test.tsx'],
          setupFiles: ['tests/support/setup.ts'],
          browser: { ...browser({}, { hasScrollbars: true }), commands: { ...networkCommands, ...pointerCommands } },
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          sequence: { groupOrder: 2 },
          // As in Storybook, all stories share a page, one after the other.
          isolate: false,
          fileParallelism: false,
          testTimeout: 60_000, // axe is slow on the table of all languages
          hookTimeout: 60_000,
          setupFiles: [
            'tests/support/failOnConsole.ts',
            'tests/visual/preparePage.ts',
            'tests/visual/compareScreenshot.ts',
          ],
          browser: storyBrowsers(),
        },
      },
    ],
  },
});
