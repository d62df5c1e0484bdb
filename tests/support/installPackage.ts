import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unpackPackage } from './unpackPackage.ts';

/** Packs what was built, and installs it in a `node_modules` folder, beside what is there. */
export function installPackage(modules: string): void {
  const installed = join(modules, 'react-cancel-preauth');
  const folder = mkdtempSync(join(modules, '.packed-')); // on the same disk, so that it can be renamed
  unpackPackage(folder);
  rmSync(installed, { recursive: true, force: true });
  renameSync(join(folder, 'package'), installed);
  rmSync(folder, { recursive: true });
}
