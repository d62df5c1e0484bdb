import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unpackPackage } from './unpackPackage.ts';

const root = join(import.meta.dirname, '../..');

/** What the package needs. Nothing else can be resolved from it, so an undeclared dependency fails. */
export const requiredPackages: readonly string[] = [
  'react',
  'react-dom',
  '@tanstack/react-query',
  '@radix-ui/react-alert-dialog',
  'get-nonce',
  'is-network-error',
];

interface PackedApp {
  folder: string;
  /** The packed files, relative to the package. */
  files: string[];
  remove: () => void;
}

/**
 * Packs what was built, and installs it in the folder of a new app, beside its peers.
 *
 * @param others the folders of other packages to install, by their name
 */
export function createPackedApp(others: Readonly<Record<string, string>> = {}): PackedApp {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const files = unpackPackage(folder);
  const modules = join(folder, 'node_modules');
  const installed = Object.fromEntries(requiredPackages.map((name) => [name, join(root, 'node_modules', name)]));
  for (const [name, source] of Object.entries({ ...installed, ...others })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(source, join(modules, name), 'junction');
  }
  renameSync(join(folder, 'package'), join(modules, 'react-cancel-preauth'));
  return { folder, files, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
