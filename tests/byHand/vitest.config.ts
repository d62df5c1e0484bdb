import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import config from '../../vitest.config.ts';

const source = resolve(import.meta.dirname, '../../src');
const replacements = new Map(
  [
    ['index.ts', 'adapter.tsx'],
    ['dialog.ts', 'dialog.ts'],
    ['parts.ts', 'parts.ts'],
  ].map(([original = '', replacement = '']) => [resolve(source, original), resolve(import.meta.dirname, replacement)]),
);

/** Gives the tests the hand-written version instead of the package. */
const replacePackage: Plugin = {
  name: 'replace-package',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (!importer || importer.startsWith(import.meta.dirname)) return undefined;
    const resolved = await this.resolve(id, importer, { ...options, skipSelf: true });
    return resolved && replacements.get(resolved.id);
  },
};

/** `tests/browser`, with the hand-written version. */
export default defineConfig({
  ...config,
  root: resolve(import.meta.dirname, '../..'),
  plugins: [...(config.plugins ?? []), replacePackage],
  test: {
    ...config.test,
    projects: (config.test?.projects ?? []).flatMap((project) =>
      typeof project === 'object' && 'test' in project && project.test?.name === 'browser' ? [project] : [],
    ),
  },
});
