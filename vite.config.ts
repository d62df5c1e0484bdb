import react from '@vitejs/plugin-react';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/chromium.js';

/** A fresh object for each project: Vitest changes the one it is given. */
async function browser() {
  const found = process.env['VITEST'] ? await findChromium() : undefined;
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { ...(found && { executablePath: found.path }), args: chromiumArgs } }),
    instances: [{ browser: 'chromium' as const, viewport: { width: 800, height: 600 } }],
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

export default defineConfig(async () => ({
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
        test: {
          name: 'unit',
          environment: 'jsdom',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
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
          browser: await browser(),
        },
      },
      {
        extends: true as const,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', setupFiles: ['tests/support/failOnConsole.ts'], browser: await browser() },
      },
    ],
  },
}));
