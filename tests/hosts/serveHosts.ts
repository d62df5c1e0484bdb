import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { installPackage } from '../support/installPackage.ts';
import { previewApp } from '../support/previewApp.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The page, built with the newest and the lowest version of `@radix-ui/react-alert-dialog`. */
    pages: { version: string; url: string; isLowest: boolean }[];
  }
}

const lowest = 'radix-alert-dialog-lowest';
const modules = join(import.meta.dirname, 'node_modules');

function versionOf(module: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package has one
  return (JSON.parse(readFileSync(join(modules, module, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Builds the page with the packed package, as an app would, and serves it. */
export default async function serveHosts(tests: TestProject): Promise<() => Promise<void>> {
  installPackage(modules);
  const pages: ProvidedContext['pages'] = [];
  const closing: (() => Promise<void>)[] = [];
  for (const radix of ['@radix-ui/react-alert-dialog', lowest]) {
    const app = await previewApp({
      root: import.meta.dirname,
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"development"' }, // React and Radix report mistakes then
      resolve: {
        alias: { '@radix-ui/react-alert-dialog': radix },
        dedupe: ['react', 'react-dom'],
        conditions: ['module', 'browser'], // not Lit's development build, which warns that it is one
      },
      build: { target: 'es2022', minify: false },
    });
    pages.push({ version: versionOf(radix), url: app.url, isLowest: radix === lowest });
    closing.push(app.close);
  }
  tests.provide('pages', pages);
  return async () => {
    await Promise.all(closing.map((close) => close()));
  };
}
