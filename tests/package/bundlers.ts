import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { inject } from 'vitest';

/** A part of a bundle that is loaded as a whole. */
export interface Part {
  code: string;
  /** The files whose code is in it. */
  modules: string[];
  /** What it imports from packages that are not bundled. */
  externals: string[];
}

export interface Bundle {
  /** What runs before the app calls any `import()`. */
  firstLoad: Part;
  /** Each chunk that only an `import()` reaches. */
  lazy: Part[];
}

interface Options {
  treeShaking: boolean;
}

/** Bundles the module of an app, with React and TanStack Query left out. */
type BundleApp = (source: string) => Promise<Bundle>;

const isExternal = (id: string) => /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/.test(id);
const unique = (values: string[]) => [...new Set(values)];
const withSlashes = (path: string) => path.replaceAll('\\', '/');

function writeApp(source: string): string {
  const file = join(inject('app'), `app-${createHash('sha256').update(source).digest('hex').slice(0, 12)}.js`);
  writeFileSync(file, source);
  return file;
}

interface Chunk extends Part {
  name: string;
  isEntry: boolean;
  /** The names of the chunks that are loaded with it. */
  imports: string[];
  dynamicImports: string[];
}

/** Adds what is imported, and what that imports in turn. */
function withImports(chunks: Iterable<Chunk>, all: Chunk[], importsOf: (chunk: Chunk) => string[]): Set<Chunk> {
  const reached = new Set(chunks);
  for (const chunk of reached) {
    const names = importsOf(chunk);
    for (const imported of all) if (names.includes(imported.name)) reached.add(imported);
  }
  return reached;
}

/** Tells the first load from what is loaded later. esbuild also writes chunks that nothing imports any more. */
function toBundle(chunks: Chunk[]): Bundle {
  const entry = chunks.filter(({ isEntry }) => isEntry);
  const first = withImports(entry, chunks, ({ imports }) => imports);
  const all = withImports(first, chunks, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  return {
    firstLoad: {
      code: [...first].map(({ code }) => code).join('\n'),
      modules: [...first].flatMap(({ modules }) => modules),
      externals: unique([...first].flatMap(({ externals }) => externals)),
    },
    lazy: [...all].filter((chunk) => !first.has(chunk)),
  };
}

/** What Rollup and Rolldown say of a chunk. */
interface RollupChunk {
  type: 'chunk';
  fileName: string;
  isEntry: boolean;
  code: string;
  imports: string[];
  dynamicImports: string[];
  modules: Record<string, { renderedLength: number }>;
}

const fromRollup = (output: readonly (RollupChunk | { type: 'asset' })[]): Bundle =>
  toBundle(
    output
      .filter((file) => file.type === 'chunk')
      .map(({ fileName, isEntry, code, imports, dynamicImports, modules }) => ({
        name: fileName,
        isEntry,
        code,
        imports,
        dynamicImports,
        externals: imports.filter(isExternal),
        modules: Object.entries(modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => withSlashes(id)),
      })),
  );

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
  const chunks = Object.entries(metafile.outputs).map(([path, { entryPoint, imports, inputs }]) => {
    const staticImports = imports.filter(({ kind }) => kind === 'import-statement');
    return {
      name: path,
      isEntry: !!entryPoint?.startsWith('app-'),
      code: outputFiles.find((file) => withSlashes(file.path).endsWith(path))?.text ?? '',
      imports: staticImports.map((imported) => imported.path),
      dynamicImports: imports.filter(({ kind }) => kind === 'dynamic-import').map((imported) => imported.path),
      externals: staticImports.filter(({ external }) => external).map((imported) => imported.path),
      modules: Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([file]) => file),
    };
  });
  const [only] = chunks;
  return splitting || !only ? toBundle(chunks) : splitByEvaluation(only, metafile.inputs);
}

/**
 * Without splitting there is one file. What an `import()` reaches is wrapped in functions there, and runs later: only the
 * graph of static imports tells what runs first.
 */
function splitByEvaluation({ code, modules }: Chunk, inputs: esbuild.Metafile['inputs']): Bundle {
  const importsOf = (path: string) => (inputs[path]?.imports ?? []).filter(({ kind }) => kind === 'import-statement');
  const reached = new Set(Object.keys(inputs).filter((path) => path.startsWith('app-')));
  for (const path of reached) {
    for (const imported of importsOf(path)) if (!imported.external) reached.add(imported.path);
  }
  const isEvaluatedFirst = (path: string) => reached.has(path);
  const later = modules.filter((path) => !isEvaluatedFirst(path));
  const toPart = (paths: string[]): Part => ({
    code: later.length > 0 ? '' : code, // whose code it is cannot be told
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
