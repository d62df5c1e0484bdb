// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { languages } from './contentsOf.ts';

const app = inject('app');
const files = inject('files');
const packageFolder = join(app, 'node_modules/react-cancel-preauth');
const read = (path: string) => readFileSync(join(packageFolder, path), 'utf8');
const scripts = files.filter((path) => path.endsWith('.js'));

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- publint checks its shape
const manifest = JSON.parse(read('package.json')) as {
  type: string;
  exports: Record<string, string | Record<string, string>>;
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
  bin: Record<string, string>;
};
const entryPoints = Object.entries(manifest.exports).flatMap(([name, target]) =>
  typeof target === 'string' || target['default'] === undefined
    ? []
    : [{ name: name.replace('.', 'react-cancel-preauth'), file: target['default'], conditions: target }],
);
const modules = entryPoints.filter(({ file }) => file.endsWith('.js'));

/** Runs a module in Node, in the app that has installed the package. */
const run = (source: string, cwd = app) =>
  execFileSync('node', ['--input-type=module', '-e', source], { cwd, encoding: 'utf8' });

test('contains what users need, and no tests, stories or scripts', () => {
  const tops = new Set(files.map((path) => path.split('/')[0]));
  const documents = [
    'ARCHITECTURE.md',
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'docs',
    'examples',
    'llms.txt',
    'registry',
  ];
  expect(tops).toEqual(new Set([...documents, 'dist', 'package.json', 'src']));
  expect(files.filter((path) => /^examples\/(?!(?:next|node|vite)\/)|^docs\/(?!\w[\w-]*\.md$)/.test(path))).toEqual([]);
  expect(files.filter((path) => /^(?!docs\/).*test|stories|tsbuildinfo/.test(path))).toEqual([]);
});

test('has three dependencies, and runs nothing when it is installed', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['@radix-ui/react-alert-dialog', 'get-nonce', 'is-network-error']);
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
});

test('each entry point has a file and types', () => {
  expect(entryPoints).toHaveLength(21);
  const missing = entryPoints.flatMap(({ file, conditions }) => {
    const types = file.replace(/(\.js)?$/, '.d.ts');
    return conditions['types'] === types
      ? [file, types].filter((path) => !existsSync(join(packageFolder, path)))
      : [file];
  });
  expect(missing).toEqual([]);
});

test('has one command, which npx and npm can run', () => {
  const command = 'dist/sandbox/bin.js';
  expect(manifest.bin).toEqual({ 'react-cancel-preauth-sandbox': command });
  expect(read(command)).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test('is ESM only', () => {
  expect(manifest.type).toBe('module');
  expect(entryPoints.filter(({ conditions }) => Object.keys(conditions).join() !== 'types,default')).toEqual([]);
  expect(files.filter((path) => /\.[cm][jt]s$/.test(path))).toEqual([]);
  expect(scripts.filter((path) => /\brequire\(|\bmodule\.exports\b/.test(read(path)))).toEqual([]);
});

test('source maps lead to files of the package', () => {
  const maps = files.filter((path) => path.endsWith('.map'));
  expect(maps.length).toBeGreaterThan(0);
  const dangling = maps.flatMap((path) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format of source maps
    const { sources, sourceRoot = '' } = JSON.parse(read(path)) as { sources: string[]; sourceRoot?: string };
    return sources.filter((source) => {
      const target = relative(packageFolder, resolve(packageFolder, dirname(path), sourceRoot, source));
      return !files.includes(target.replaceAll('\\', '/'));
    });
  });
  expect(dangling).toEqual([]);
  const linked = files
    .filter((path) => /\.(js|d\.ts)$/.test(path))
    .flatMap((path) =>
      [...read(path).matchAll(/^\/\/# sourceMappingURL=(.+)$/gm)].map(([, url = '']) => join(dirname(path), url)),
    );
  expect(linked.map((path) => path.replaceAll('\\', '/')).toSorted()).toEqual(maps.toSorted());
});

describe('in Node', () => {
  test('each entry point can be imported, and exports what is documented', () => {
    const names = modules.filter(({ name }) => !name.includes('/locales')).map(({ name }) => name);
    const output = run(`
      const names = ${JSON.stringify(names)};
      const all = await Promise.all(names.map(async (name) => [name, Object.keys(await import(name))]));
      console.log(JSON.stringify(Object.fromEntries(all)));
    `);
    expect(JSON.parse(output)).toMatchInlineSnapshot(`
      {
        "react-cancel-preauth": [
          "CancelPaymentButton",
          "PayError",
          "PayProvider",
          "cancelPreAuthMutationKey",
          "cancelPreAuthMutationOptions",
          "createPayClient",
          "isPayError",
          "loadMessages",
          "payEnvironments",
          "useCancelPreAuth",
          "useIsCancelingPreAuth",
          "usePayClient",
        ],
        "react-cancel-preauth/client": [
          "PayError",
          "cancelPreAuthMutationKey",
          "cancelPreAuthMutationOptions",
          "createPayClient",
          "isPayError",
          "payEnvironments",
        ],
        "react-cancel-preauth/dialog": [
          "CancelPaymentDialog",
        ],
        "react-cancel-preauth/hooks": [
          "PayProvider",
          "useCancelPreAuth",
          "useIsCancelingPreAuth",
          "usePayClient",
        ],
        "react-cancel-preauth/parts": [
          "Confirm",
          "Content",
          "Description",
          "Error",
          "Keep",
          "Overlay",
          "Portal",
          "Root",
          "Title",
          "Trigger",
        ],
        "react-cancel-preauth/sandbox": [
          "createPaySandbox",
          "sandboxTransactions",
        ],
      }
    `);
  });

  test('each language has its own entry point, under its name', () => {
    expect(modules.flatMap(({ name }) => /\/locales\/(.+)/.exec(name)?.[1] ?? [])).toEqual(languages);
    const output = run(`
      import * as all from 'react-cancel-preauth/locales';
      const one = await Promise.all(Object.keys(all).map((name) => import('react-cancel-preauth/locales/' + name)));
      console.log(JSON.stringify(Object.keys(all).map((name, i) => [Object.keys(one[i]).join(), one[i][name] === all[name]])));
    `);
    expect(JSON.parse(output)).toEqual(languages.map((language) => [language, true]));
  });

  test('the client works without React and without a navigator', () => {
    const withoutReact = mkdtempSync(join(tmpdir(), 'packed-'));
    onTestFinished(() => rmSync(withoutReact, { recursive: true, force: true }));
    mkdirSync(join(withoutReact, 'node_modules'));
    for (const name of ['react-cancel-preauth', 'is-network-error']) {
      cpSync(join(app, 'node_modules', name), join(withoutReact, 'node_modules', name), {
        recursive: true,
        dereference: true,
      });
    }
    const output = run(
      `
        import { createPayClient } from 'react-cancel-preauth/client';
        delete globalThis.navigator;
        const cancel = (fetch) => createPayClient({ fetch, retry: 0 }).cancelPreAuth({ transactionId: 'id' });
        await cancel(async () => new Response(null, { status: 204 }));
        await cancel(() => Promise.reject(new TypeError('fetch failed'))).catch(({ code }) => console.log(code));
      `,
      withoutReact,
    );
    expect(output.trim()).toBe('network-error');
  });
});

describe('in server components', () => {
  const isClientModule = (path: string) => /^['"]use client['"]/.test(read(path));

  /** The files that a file imports statically, and those that these import in turn. */
  function withStaticImports(file: string): string[] {
    const reached = new Set([file]);
    for (const path of reached) {
      for (const [, imported = ''] of read(path).matchAll(/^(?:import|export) .*from "(\..+)";$/gm)) {
        reached.add(join(dirname(path), imported).replaceAll('\\', '/'));
      }
    }
    return [...reached];
  }

  test('entry points are no client modules, and contain only re-exports', () => {
    const entries = modules
      .map(({ file }) => file)
      .filter((file) => !file.includes('/messages/') && !file.includes('sandbox'));
    const statements = entries.flatMap((file) => parse(read(file), { ecmaVersion: 2022, sourceType: 'module' }).body);
    expect(new Set(statements.map(({ type }) => type))).toEqual(
      new Set(['ImportDeclaration', 'ExportNamedDeclaration']),
    );
    expect(modules.map(({ file }) => file).filter(isClientModule)).toEqual([]);
  });

  const serverModules = modules.filter(({ name }) => /\/(?:client|sandbox|locales.*)$/.test(name));

  test.each(serverModules.map(({ name, file }) => [name, file]))('%s reaches no client module', (_name, file) => {
    expect(withStaticImports(file).filter(isClientModule)).toEqual([]);
  });
});
