import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY } from '@storybook/addon-vitest/constants';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright, type PlaywrightProviderOptions } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { BrowserConfigOptions } from 'vitest/node';
import { chromiumArgs, findChromium } from './scripts/chromium.js';
import { networkCommands } from './tests/browser/network/networkCommands.ts';

type ContextOptions = NonNullable<PlaywrightProviderOptions['contextOptions']>;

const found = process.env['VITEST'] ? await findChromium() : undefined;

/** A fresh object for each project: Vitest changes the one it is given. */
function browser(contextOptions: ContextOptions = {}) {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        ...(found && { executablePath: found.path }),
        args: chromiumArgs,
        env: { ...process.env, FONTCONFIG_FILE: resolve('tests/stories/fonts.conf') },
      },
      contextOptions,
    }),
    instances: [{ browser: 'chromium' as const, viewport: { width: 800, height: 600 } }],
  };
}

/** In each of these, every story is played, checked by axe and compared with its picture. */
const variants: Record<string, { globals?: object; user?: ContextOptions }> = {
  'light': {},
  'dark': { globals: { theme: 'dark' } },
  'rtl': { globals: { locale: 'ar' } },
  'rtl-dark': { globals: { locale: 'ar', theme: 'dark' } },
  'phone': { globals: { viewport: { value: 'phone' } } },
  'forced-colors': { user: { forcedColors: 'active' } },
};

/** One browser for each variant. They share a server, and so what it has made of the sources. */
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
        isChromiumPinned: found?.isPinned ?? false,
      },
    })),
    expect: {
      toMatchScreenshot: {
        comparatorName: 'pixelmatch',
        comparatorOptions: { threshold: 0.01, includeAA: true },
        timeout: 10_000,
        resolveScreenshotPath: ({ arg, ext, root, project }) =>
          `${root}/tests/stories/pictures/${variantOf(project)}/${arg}${ext}`,
        resolveDiffPath: ({ arg, ext, root, attachmentsDir, project }) =>
          `${root}/${attachmentsDir}/${variantOf(project)}/${arg}${ext}`,
      },
    },
  };
}

/** What a library build needs beyond bundling. */
const packaging: Plugin = {
  name: 'packaging',
  apply: 'build',
  enforce: 'pre',
  // Rolldown would fold `export * as CancelPayment` into one object. Kept as a module, each part is a client reference of its
  // own, and a server component can render `<CancelPayment.Root>`.
  resolveId(source, importer) {
    return importer?.endsWith('src/index.ts') && source === './dialog/CancelPayment.tsx'
      ? { id: './dialog/CancelPayment.js', external: true }
      : null;
  },
  // TypeScript checks side-effect imports: `import 'react-cancel-preauth/styles.css'` has to resolve to types.
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'styles.css.d.ts', source: 'export {};\n' });
  },
};

export default defineConfig({
  plugins: [react(), packaging],
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    cssCodeSplit: true,
    lib: {
      entry: {
        'index': 'src/index.ts',
        'client': 'src/client.ts',
        'locales': 'src/locales.ts',
        'sandbox': 'src/sandbox.ts',
        'styles': 'src/styles.css',
        'dialog/CancelPayment': 'src/dialog/CancelPayment.tsx',
      },
      formats: ['es' as const],
    },
    rolldownOptions: {
      external: [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\//, /^@radix-ui\//, 'get-nonce'],
      // One file per module: 'use client' and tree shaking work by file.
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  test: {
    coverage: {
      include: ['src/**'],
      exclude: ['src/**/*.css'],
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true as const,
        resolve: { tsconfigPaths: true }, // the examples import the package by its name
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['{tests/unit,examples/testing}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['tests/types/**/*.test-d.ts'] },
        },
      },
      {
        test: { name: 'pages', include: ['tests/pages/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        test: { name: 'package', include: ['tests/package/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.tsx'],
          setupFiles: ['tests/support/setup.ts'],
          browser: { ...browser(), commands: networkCommands },
        },
      },
      {
        extends: true as const,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          // As in Storybook, all stories share a page, one after the other.
          isolate: false,
          fileParallelism: false,
          testTimeout: 60_000, // axe takes its time over the table of all languages
          setupFiles: ['tests/support/failOnConsole.ts', 'tests/stories/pictures.ts'],
          browser: storyBrowsers(),
        },
      },
    ],
  },
});
