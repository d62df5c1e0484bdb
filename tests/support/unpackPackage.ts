import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const isWindows = process.platform === 'win32';

/** Packs what was built, as for publishing, and unpacks it to `package` in `folder`. Returns the packed files' paths. */
export function unpackPackage(folder: string): string[] {
  const run = (command: string, args: string[], cwd: string) =>
    execFileSync(command, args, { cwd, encoding: 'utf8', shell: isWindows, stdio: ['ignore', 'pipe', 'ignore'] });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documented by npm
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error('npm pack packed nothing.');
  run('tar', ['-xf', packed.filename], folder);
  return packed.files.map(({ path }) => path);
}
