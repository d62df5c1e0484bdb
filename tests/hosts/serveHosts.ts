import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the page, by version of `@radix-ui/react-alert-dialog`. */
    pages: Record<string, string>;
  }
}

const root = join(import.meta.dirname, '../..');
const modules = join(import.meta.dirname, 'node_modules');

/** Packs what was built, and installs it beside the hosts' libraries. */
function installPackage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const shell = process.platform === 'win32';
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documented by npm
  const [packed] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'ignore'] })) as { filename: string }[];
  if (!packed) throw new Error('npm pack packed nothing.');
  execFileSync('tar', ['-xf', packed.filename], { cwd: folder, shell });
  rmSync(join(modules, 'react-cancel-preauth'), { recursive: true, force: true });
  renameSync(join(folder, 'package'), join(modules, 'react-cancel-preauth'));
  rmSync(folder, { recursive: true });
}

function versionOf(module: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package has one
  return (JSON.parse(readFileSync(join(modules, module, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Builds the page with the packed package, as an app would, and serves it. */
export default async function serveHosts(tests: TestProject): Promise<() => Promise<void>> {
  installPackage();
  const pages: Record<string, string> = {};
  const closing: (() => Promise<void>)[] = [];
  for (const radix of ['@radix-ui/react-alert-dialog', 'radix-alert-dialog-lowest']) {
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
    pages[versionOf(radix)] = url;
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
