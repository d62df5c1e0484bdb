import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage } from '../support/installPackage.ts';

/** Installs the packed package beside what the consumers have installed. */
export default function installPackages(): void {
  for (const folder of ['', 'frameworks', 'lowest', 'test-runners']) {
    const modules = join(import.meta.dirname, folder, 'node_modules');
    if (existsSync(modules)) installPackage(modules);
  }
}
