import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { unpackPackage } from '../support/unpackPackage.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of a project that has installed the packed package and its peers. */
    app: string;
    /** The packed files, relative to the package. */
    files: string[];
  }
}

const root = join(import.meta.dirname, '../..');

/** Nothing else can be resolved from the package, so an undeclared dependency fails. */
const installed = [
  'react',
  'react-dom',
  '@tanstack/react-query',
  '@radix-ui/react-alert-dialog',
  'get-nonce',
  'is-network-error',
];

/** Packs what was built, and installs it in a project. */
export default function installPackage(tests: TestProject): () => void {
  const app = mkdtempSync(join(tmpdir(), 'packed-'));
  const files = unpackPackage(app);
  const modules = join(app, 'node_modules');
  for (const name of installed) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  renameSync(join(app, 'package'), join(modules, 'react-cancel-preauth'));
  tests.provide('app', app);
  tests.provide('files', files);
  return () => rmSync(app, { recursive: true, force: true });
}
