import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
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
    const outDir = mkdtempSync(join(tmpdir(), 'hosts-'));
    const config = {
      configFile: false as const,
      root: import.meta.dirname,
      logLevel: 'error' as const,
      plugins: [react()],
      define: { 'process.env.NODE_ENV': '"development"' }, // React and Radix report mistakes then
      resolve: {
        alias: { '@radix-ui/react-alert-dialog': radix },
        dedupe: ['react', 'react-dom'],
        conditions: ['module', 'browser'], // not Lit's development build, which warns that it is one
      },
      build: { outDir, emptyOutDir: true, target: 'es2022', minify: false as const },
    };
    await build(config);
    const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
    const [url] = server.resolvedUrls?.local ?? [];
    if (!url) throw new Error('The page is not served.');
    pages.push({ version: versionOf(radix), url, isLowest: radix === lowest });
    closing.push(async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    });
  }
  tests.provide('pages', pages);
  return async () => {
    await Promise.all(closing.map((close) => close()));
  };
}
