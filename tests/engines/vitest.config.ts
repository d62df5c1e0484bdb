import { resolve } from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

const engine = process.env['ENGINE'] === 'webkit' ? 'webkit' : 'firefox';
const webKitDriverPort = Number(process.env['WEBKIT_DRIVER_PORT']);

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    projects: [
      {
        test: {
          name: `pages-${engine}`,
          include: ['tests/pages/chunk.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          provide: { engine, webKitDriverPort },
        },
      },
    ],
  },
});
