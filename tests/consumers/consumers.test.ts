// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createPackedApp, requiredPackages } from '../support/createPackedApp.ts';
import { runCompiler } from '../support/runCompiler.ts';

const root = join(import.meta.dirname, '../../node_modules');
const lowest = join(import.meta.dirname, 'lowest/node_modules');
const names = [...requiredPackages, '@types/react', '@types/react-dom'];

interface Manifest {
  version: string;
  peerDependencies: Record<string, string>;
  dependencies: Record<string, string>;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package has one
const readManifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

describe.each([
  { versions: 'the lowest versions', modules: lowest, typescript: join(lowest, 'typescript'), react: '18' },
  { versions: 'the newest versions', modules: root, typescript: join(root, '@typescript/native'), react: '19' },
])('an app with $versions', ({ modules, typescript, react }) => {
  const app = createPackedApp({
    ...Object.fromEntries(names.map((name) => [name, join(modules, name)])),
    jsdom: join(root, 'jsdom'),
  });
  afterAll(app.remove);
  test('cancels a payment, without any warning', () => {
    copyFileSync(join(import.meta.dirname, 'cancelPayment.mjs'), join(app.folder, 'cancelPayment.mjs'));
    const output = execFileSync('node', ['cancelPayment.mjs'], { cwd: app.folder, encoding: 'utf8' });
    expect(JSON.parse(output)).toEqual({
      react,
      question: 'Cancel this payment?',
      label: 'Payment canceled',
      problems: [],
    });
  });

  test.each(['bundler', 'nodenext'])('type-checks all entry points with moduleResolution %s', (moduleResolution) => {
    copyFileSync(join(import.meta.dirname, 'app.tsx'), join(app.folder, 'app.tsx'));
    writeFileSync(
      join(app.folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022', 'dom', 'dom.iterable'],
          module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
          moduleResolution,
          jsx: 'react-jsx',
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          types: [],
        },
        files: ['app.tsx'],
      }),
    );
    writeFileSync(join(app.folder, 'package.json'), '{ "type": "module" }');
    expect(runCompiler(app.folder, typescript)).toEqual([]);
  });
});

test('the lowest versions are those that the package accepts', () => {
  const { peerDependencies, dependencies } = readManifest(join(root, '..'));
  const accepted = Object.entries({ ...peerDependencies, ...dependencies }).map(([name, range]) => [
    name,
    /\d+\.\d+\.\d+/.exec(range)?.[0],
  ]);
  expect(accepted).toEqual(accepted.map(([name = '']) => [name, readManifest(join(lowest, name)).version]));
});
