import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { inject } from 'vitest';
import {
  chunksOfEsbuild,
  fromRollup,
  isExternal,
  toBundle,
  unique,
  type Bundle,
  type Chunk,
  type Part,
} from '../support/toBundle.ts';

interface Options {
  treeShaking: boolean;
}

/** Bundles the module of an app, with React and TanStack Query left out. */
type BundleApp = (source: string) => Promise<Bundle>;

function writeApp(source: string): string {
  const file = join(inject('app'), `app-${createHash('sha256').update(source).digest('hex').slice(0, 12)}.js`);
  writeFileSync(file, source);
  return file;
}

/** `'use client'` has no meaning for a bundler without server components. Any other warning fails. */
function failOnWarning(level: string, { code, message }: { code?: string | undefined; message: string }): void {
  if (level === 'warn' && code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(message);
}

async function bundleWithRollup(source: string, { treeShaking }: Options): Promise<Bundle> {
  const build = await rollup({
    input: writeApp(source),
    external: isExternal,
    treeshake: treeShaking,
    plugins: [nodeResolve({ browser: true })],
    onLog: failOnWarning,
  });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return fromRollup(output);
}

async function bundleWithRolldown(source: string, { treeShaking }: Options): Promise<Bundle> {
  const build = await rolldown({
    input: writeApp(source),
    external: isExternal,
    treeshake: treeShaking,
    platform: 'browser',
    onLog: failOnWarning,
  });
  const { output } = await build.generate({ format: 'es' });
  await build.close();
  return fromRollup(output);
}

async function bundleWithEsbuild(
  source: string,
  { treeShaking, splitting }: Options & { splitting: boolean },
): Promise<Bundle> {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: inject('app'),
    entryPoints: [writeApp(source)],
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    splitting,
    treeShaking,
    ignoreAnnotations: !treeShaking,
    external: ['react', 'react-dom', '@tanstack/react-query'],
    logLevel: 'silent',
  });
  const chunks = chunksOfEsbuild(metafile, outputFiles);
  const [only] = chunks;
  return splitting || !only ? toBundle(chunks) : splitByEvaluation(only, metafile.inputs);
}

/**
 * Without splitting there is one file. What an `import()` reaches is wrapped in functions there, and runs later: only the
 * graph of static imports tells what runs first.
 */
function splitByEvaluation({ files, modules }: Chunk, inputs: esbuild.Metafile['inputs']): Bundle {
  const importsOf = (path: string) => (inputs[path]?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
  const reached = new Set(Object.keys(inputs).filter((path) => path.startsWith('app-')));
  for (const path of reached) {
    for (const imported of importsOf(path)) if (!imported.external) reached.add(imported.path);
  }
  const isEvaluatedFirst = (path: string) => reached.has(path);
  const later = modules.filter((path) => !isEvaluatedFirst(path));
  const toPart = (paths: string[]): Part => ({
    files: later.length > 0 ? [] : files, // whose code it is cannot be told
    modules: paths,
    externals: unique(
      paths
        .flatMap(importsOf)
        .filter(({ external }) => external)
        .map(({ path }) => path),
    ),
  });
  return {
    firstLoad: toPart(modules.filter(isEvaluatedFirst)),
    lazy: later.length > 0 ? [toPart(later)] : [],
  };
}

interface Bundler extends Options {
  name: string;
  /** Whether it makes a chunk of what an `import()` reaches. */
  splitting: boolean;
  bundleApp: BundleApp;
}

/** Every bundler, with tree shaking and without. */
export const bundlers: Bundler[] = [true, false].flatMap((treeShaking) => {
  const suffix = treeShaking ? '' : ' without tree shaking';
  return [
    {
      name: `Rollup${suffix}`,
      splitting: true,
      treeShaking,
      bundleApp: (source: string) => bundleWithRollup(source, { treeShaking }),
    },
    {
      name: `Rolldown${suffix}`,
      splitting: true,
      treeShaking,
      bundleApp: (source: string) => bundleWithRolldown(source, { treeShaking }),
    },
    {
      name: `esbuild${suffix}`,
      splitting: true,
      treeShaking,
      bundleApp: (source: string) => bundleWithEsbuild(source, { treeShaking, splitting: true }),
    },
    {
      name: `esbuild with one file${suffix}`,
      splitting: false,
      treeShaking,
      bundleApp: (source: string) => bundleWithEsbuild(source, { treeShaking, splitting: false }),
    },
  ];
});
