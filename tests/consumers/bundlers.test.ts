// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Consumer } from './Consumer.ts';
import { buildConsumer, versionsOf } from './startConsumer.ts';
import { countCopies, radix, testConsumers } from './testConsumers.ts';

const esbuild = 'esbuild src/main.tsx --bundle --format=esm --minify --jsx=automatic --outdir=dist --log-level=warning';

/** Everything that bundles the checkout for browsers, each with its defaults for production. */
const bundlers: readonly Consumer[] = [
  { title: 'Vite', app: 'vite', packages: ['vite'], build: 'vite build' },
  { title: 'Vite, lowest versions', app: 'vite', packages: ['vite'], build: 'vite build', isLowest: true },
  { title: 'webpack', app: 'webpack', packages: ['webpack'], build: 'webpack' },
  { title: 'Rspack', app: 'rspack', packages: ['@rspack/core'], build: 'rspack build' },
  {
    title: 'Parcel',
    app: 'parcel',
    packages: ['parcel'],
    build: 'parcel build index.html --dist-dir dist --no-cache --log-level warn',
  },
  { title: 'Rollup', app: 'rollup', packages: ['rollup'], build: 'rollup -c' },
  { title: 'esbuild', app: 'esbuild', packages: ['esbuild'], build: `${esbuild} --splitting` },
  { title: 'esbuild, one file', app: 'esbuild', packages: ['esbuild'], build: esbuild, hasOneFile: true },
  {
    title: 'Bun',
    app: 'bun',
    packages: ['bun'],
    build: 'bun build ./index.html --outdir=dist --production --splitting',
  },
];

testConsumers(bundlers);

/** React Native's bundler: `/client` and `/hooks` only. Nothing here runs React Native. */
const metro: Consumer = {
  title: 'Metro',
  app: 'metro',
  packages: ['metro'],
  build: 'metro build native.js --out dist/main.js --platform android',
};

describe.each([[metro.title, versionsOf(metro)]])('%s: %s', () => {
  let output: string;
  let code: string;
  beforeAll(async () => {
    const built = await buildConsumer(metro);
    output = built.output;
    code = readFileSync(join(built.folder, 'dist/main.js'), 'utf8');
  });

  test('builds without a warning', () => {
    expect(output).not.toMatch(/\bwarn|react-cancel-preauth/i);
    expect(code).toContain('useCancelPreAuth');
  });

  test('loads nothing of Radix at first', () => expect(code).not.toMatch(radix));

  test('has one copy of React and of TanStack Query', () => expect(countCopies(code)).toEqual([1, 1, 1]));
});
