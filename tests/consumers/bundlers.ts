import type { Consumer } from './Consumer.ts';

const esbuild = 'esbuild src/main.tsx --bundle --format=esm --minify --jsx=automatic --outdir=dist --log-level=warning';

/** Everything that bundles the checkout for browsers, each with its defaults for production. */
export const bundlers: readonly Consumer[] = [
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

/** React Native's bundler. */
export const metro: Consumer = {
  title: 'Metro',
  app: 'metro',
  packages: ['metro'],
  build: 'metro build native.js --out dist/main.js --platform android',
};
