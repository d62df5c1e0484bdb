import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { previewApp } from '../support/previewApp.ts';
import { unpackPackage } from '../support/unpackPackage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The page, built with the newest and the lowest version of `@radix-ui/react-alert-dialog`. */
    pages: { version: string; url: string; isLowest: boolean }[];
  }
}

const lowest = 'radix-alert-dialog-lowest';
const modules = join(import.meta.dirname, 'node_modules');

/** Installs the packed package beside the hosts' libraries. */
function installPackage(): void {
  const installed = join(modules, 'react-cancel-preauth');
  const folder = mkdtempSync(join(modules, '.packed-')); // on the same disk, so that it can be renamed
  unpackPackage(folder);
  rmSync(installed, { recursive: true, force: true });
  renameSync(join(folder, 'package'), installed);
  rmSync(folder, { recursive: true });
}

function versionOf(module: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package has one
  return (JSON.parse(readFileSync(join(modules, module, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Builds the page with the packed package, as an app would, and serves it. */
export default async function serveHosts(tests: TestProject): Promise<() => Promise<void>> {
  installPackage();
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
