// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A project that has installed the packed package. */
let project: string;
let files: string[];

const root = join(import.meta.dirname, '../..');
const run = (command: string, args: string[], cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'packed-'));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documented by npm
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], root),
  ) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error('npm pack packed nothing.');
  files = packed.files.map(({ path }) => path);
  run('tar', ['-xf', packed.filename]);
  const modules = join(project, 'node_modules');
  cpSync(join(project, 'package'), join(modules, 'react-cancel-preauth'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test('contains what users need, and no tests or stories', () => {
  const tops = new Set(files.map((path) => path.split('/')[0]));
  expect(tops).toEqual(new Set(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json', 'src']));
  expect(files.filter((path) => /servePaySandbox|\.test|stories/.test(path))).toEqual([]);
});

test('each client module keeps its "use client" directive, and the root has none', () => {
  const hasDirective = (path: string) =>
    /^['"]use client['"]/.test(readFileSync(join(project, 'package', path), 'utf8'));
  const clientModules = files.filter((path) => /^dist\/.*\.js$/.test(path) && hasDirective(path));
  expect(clientModules).toMatchInlineSnapshot(`
    [
      "dist/button/CancelPaymentButton.js",
      "dist/dialog/CancelPayment.js",
      "dist/dialog/CancelPaymentContext.js",
      "dist/dialog/CancelPaymentDialog.js",
      "dist/dialog/CancelPaymentRoot.js",
      "dist/dialog/useCancellation.js",
      "dist/dialog/usePageTraces.js",
      "dist/hooks/PayProvider.js",
      "dist/hooks/useCancelPreAuth.js",
      "dist/hooks/useExistingQueryClient.js",
      "dist/hooks/useIsCancelingPreAuth.js",
      "dist/hooks/useIsomorphicLayoutEffect.js",
      "dist/hooks/useOwnRef.js",
    ]
  `);
});

describe('every entry point can be imported in Node', () => {
  test.each([
    'react-cancel-preauth',
    'react-cancel-preauth/client',
    'react-cancel-preauth/locales',
    'react-cancel-preauth/sandbox',
  ])('%s', (name) => {
    const script = `import(${JSON.stringify(name)}).then((module) => console.log(Object.keys(module).length))`;
    expect(Number(run('node', ['--input-type=module', '-e', script]))).toBeGreaterThan(0);
  });
});

test('the client works without React', () => {
  rmSync(join(project, 'node_modules/react'), { recursive: true });
  const script = `import('react-cancel-preauth/client').then(({ createPayClient }) => console.log(typeof createPayClient().cancelPreAuth))`;
  expect(run('node', ['--input-type=module', '-e', script]).trim()).toBe('function');
  symlinkSync(join(root, 'node_modules/react'), join(project, 'node_modules/react'));
});
