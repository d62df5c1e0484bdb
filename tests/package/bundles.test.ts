// @vitest-environment node
import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../support/toBundle.ts';
import { bundlers } from './bundlers.ts';
import { contentsOf, isLanguage, languages } from './contentsOf.ts';
import { findPlatformGlobals } from './findPlatformGlobals.ts';

/** In Node, workers, React Native and browsers alike. */
const universal = new Set([
  'AbortController',
  'AbortSignal',
  'DOMException',
  'Headers',
  'Request',
  'Response',
  'TextDecoder',
  'URL',
  'clearTimeout',
  'fetch',
  'setTimeout',
]);

/**
 * Read by name, so that they may be missing: the network's state, the origin that a path as base URL belongs to, and
 * where the page reports that the user leaves it.
 */
const optional = new Set([
  'globalThis.addEventListener',
  'globalThis.fetch',
  'globalThis.Headers',
  'globalThis.location',
  'globalThis.navigator',
]);

const useAll = (entryPoint: string) => `import * as all from '${entryPoint}'; export { all };`;

describe.each(bundlers.map((bundler) => [bundler.name, bundler] as const))('%s', (_name, bundler) => {
  const { bundleApp, splitting, treeShaking } = bundler;

  describe.each([
    [
      'an app with the button, the provider and the client',
      `
        import { CancelPaymentButton, PayProvider, createPayClient } from 'react-cancel-preauth';
        export const used = [CancelPaymentButton, PayProvider, createPayClient];
      `,
    ],
    ['an app with everything of the root', useAll('react-cancel-preauth')],
  ])('%s', (_title, source) => {
    let bundle: Bundle;
    beforeAll(async () => {
      bundle = await bundleApp(source);
    });

    test('loads neither Radix nor react-dom nor the dialog and its texts at first', () => {
      expect(contentsOf(bundle.firstLoad)).toEqual(['TanStack Query', 'react']);
    });

    test('loads the dialog with Radix later', () => {
      const lazy = bundle.lazy.flatMap(contentsOf);
      expect(lazy).toEqual(expect.arrayContaining(['Radix', 'dialog', 'en', 'react-dom']));
    });
  });

  test.each(['dialog', 'parts'])('react-cancel-preauth/%s includes Radix from the start', async (name) => {
    const { firstLoad, lazy } = await bundleApp(useAll(`react-cancel-preauth/${name}`));
    expect(contentsOf(firstLoad)).toEqual(['Radix', 'TanStack Query', 'dialog', 'en', 'react', 'react-dom']);
    expect(findPlatformGlobals(firstLoad.files.join('\n'))).toContain('document');
    expect(lazy).toEqual([]);
  });

  test.each([
    ['client', 'no package', []],
    ['sandbox', 'no package', []],
    ['hooks', 'only React and TanStack Query', ['TanStack Query', 'react']],
  ])('react-cancel-preauth/%s needs %s', async (name, _needed, packages) => {
    const { firstLoad, lazy } = await bundleApp(useAll(`react-cancel-preauth/${name}`));
    expect(contentsOf(firstLoad)).toEqual(packages);
    expect(lazy).toEqual([]);
  });

  test.each([
    ['client', ''],
    ['hooks', 'process'], // only `process.env.NODE_ENV`, which most bundlers replace, and which TanStack Query reads as well
  ])('react-cancel-preauth/%s needs no DOM', async (name, allowed) => {
    const { firstLoad } = await bundleApp(useAll(`react-cancel-preauth/${name}`));
    const globals = findPlatformGlobals(firstLoad.files.join('\n'));
    const known = new Set([...universal, ...optional, allowed]);
    expect(globals.filter((global) => !known.has(global))).toEqual([]);
  });

  test.each(languages)('react-cancel-preauth/locales/%s includes no other language', async (language) => {
    const { firstLoad, lazy } = await bundleApp(
      `export { ${language} } from 'react-cancel-preauth/locales/${language}';`,
    );
    expect(contentsOf(firstLoad)).toEqual([language]);
    expect(lazy).toEqual([]);
  });

  test.runIf(treeShaking)('importing one language from all of them leaves out the others', async () => {
    const { firstLoad, lazy } = await bundleApp(`export { de } from 'react-cancel-preauth/locales';`);
    expect(contentsOf(firstLoad)).toEqual(['de']);
    expect(lazy).toEqual([]);
  });

  test('loadMessages loads no language at first, and each one in a separate chunk', async () => {
    const { firstLoad, lazy } = await bundleApp(`export { loadMessages } from 'react-cancel-preauth';`);
    expect(contentsOf(firstLoad).filter(isLanguage)).toEqual([]);
    const inChunks = lazy.map((part) => contentsOf(part).filter(isLanguage).join()).filter(Boolean);
    expect(inChunks.toSorted()).toEqual(splitting ? languages : [languages.join()]);
  });

  test.runIf(treeShaking)('an app that does not use loadMessages does not include it', async () => {
    const { firstLoad, lazy } = await bundleApp(`export { CancelPaymentButton } from 'react-cancel-preauth';`);
    expect(firstLoad.modules.filter((path) => path.includes('loadMessages'))).toEqual([]);
    expect(new Set(lazy.flatMap(contentsOf).filter(isLanguage))).toEqual(new Set(['en']));
  });
});
