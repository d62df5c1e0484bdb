import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const newest = join(import.meta.dirname, '../../node_modules/@typescript/native');

/** Checks the project in a folder with the TypeScript in another one. Returns its errors, each with all of its lines. */
export function runCompiler(folder: string, typescript = newest): string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TypeScript's own
  const { bin } = JSON.parse(readFileSync(join(typescript, 'package.json'), 'utf8')) as { bin: { tsc: string } };
  const args = [join(typescript, bin.tsc), '-p', folder, '--pretty', 'false'];
  try {
    execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return [];
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    if (!output) throw error;
    return output.trimEnd().split(/\n(?=\S)/);
  }
}
