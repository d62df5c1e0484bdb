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

const versionOf = (modules: string, name: string) => readManifest(join(modules, name)).version;

describe.each([
  { versions: 'the lowest versions', modules: lowest, react: '18', resolutions: ['bundler', 'nodenext', 'node10'] },
  // TypeScript 7 has no node10.
  { versions: 'the newest versions', modules: root, react: '19', resolutions: ['bundler', 'nodenext'] },
])('an app with $versions', ({ modules, react, resolutions }) => {
  // Beside TypeScript 7, the repository has TypeScript 6 for tools that need its API.
  const compiler = join(modules, modules === root ? '@typescript/native' : 'typescript');
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

  describe.each([`typescript ${readManifest(compiler).version}, @types/react ${versionOf(modules, '@types/react')}`])(
    '%s',
    () => {
      test.each(resolutions)('type-checks all entry points with moduleResolution %s', (moduleResolution) => {
        copyFileSync(join(import.meta.dirname, 'app.tsx'), join(app.folder, 'app.tsx'));
        writeFileSync(
          join(app.folder, 'tsconfig.json'),
          JSON.stringify({
            compilerOptions: {
              target: 'es2022',
              lib: ['es2022', 'dom', 'dom.iterable'],
              module: moduleResolution === 'nodenext' ? moduleResolution : 'esnext',
              moduleResolution,
              jsx: 'react-jsx',
              strict: true,
              exactOptionalPropertyTypes: moduleResolution !== 'node10', // the default, for once
              skipLibCheck: false,
              noEmit: true,
              types: [],
            },
            files: ['app.tsx'],
          }),
        );
        writeFileSync(join(app.folder, 'package.json'), '{ "type": "module" }');
        expect(runCompiler(app.folder, compiler)).toEqual([]);
      });
    },
  );
});

test('the lowest versions are those that the package accepts', () => {
  const { peerDependencies, dependencies } = readManifest(join(root, '..'));
  const accepted = Object.entries({ ...peerDependencies, ...dependencies }).map(([name, range]) => [
    name,
    /\d+\.\d+\.\d+/.exec(range)?.[0],
  ]);
  expect(accepted).toEqual(accepted.map(([name = '']) => [name, readManifest(join(lowest, name)).version]));
});
