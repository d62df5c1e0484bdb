import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { build } from 'vite';
import webpack, { type Stats } from 'webpack';
import { chunksOfEsbuild, fromRollup, isExternal, toBundle, type Bundle } from '../../tests/support/toBundle.ts';

/** Bundles `app-….js` in this folder for production, with the peers left out. */
type BundleApp = (folder: string, entry: string) => Promise<Bundle>;

async function bundleWithVite(folder: string, entry: string): Promise<Bundle> {
  const built = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: join(folder, entry), external: isExternal } },
  });
  if (!('output' in built)) throw new Error('Vite did not return a single build.');
  return fromRollup(built.output);
}

async function bundleWithEsbuild(folder: string, entry: string): Promise<Bundle> {
  const { metafile, outputFiles } = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: [entry],
    outdir: 'dist',
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    external: ['react', 'react-dom', '@tanstack/react-query'],
  });
  return toBundle(chunksOfEsbuild(metafile, outputFiles));
}

/** Rollup itself minifies nothing. This is its plugin for that. */
async function bundleWithRollup(folder: string, entry: string): Promise<Bundle> {
  const bundle = await rollup({
    input: join(folder, entry),
    external: isExternal,
    plugins: [nodeResolve({ browser: true }), terser({ maxWorkers: 1 })],
    onwarn: ({ code, message }) => {
      if (code !== 'MODULE_LEVEL_DIRECTIVE') throw new Error(message);
    },
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return fromRollup(output);
}

async function bundleWithWebpack(folder: string, entry: string): Promise<Bundle> {
  const outputFolder = join(folder, `webpack-${entry}`);
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: `./${entry}`,
    experiments: { outputModule: true },
    output: { path: outputFolder, module: true },
    externalsType: 'module',
    externals: [({ request = '' }) => Promise.resolve(isExternal(request) ? request : false)],
  });
  const stats = await promisify<Stats | undefined>((done) => compiler.run(done))();
  await promisify<void>((done) => compiler.close(done))();
  const { chunks = [], errors } = stats?.toJson({ chunks: true, errors: true }) ?? {};
  if (errors?.[0]) throw new Error(errors[0].message);
  const filesOf = (isInitial: boolean) =>
    chunks
      .filter(({ initial }) => initial === isInitial)
      .flatMap(({ files }) => files)
      .map((file) => readFileSync(join(outputFolder, file), 'utf8'));
  const toPart = (files: string[]) => ({ files, modules: [], externals: [] });
  return { firstLoad: toPart(filesOf(true)), lazy: [toPart(filesOf(false))] };
}

/** Each with what it does for production by default. */
export const bundlers: Readonly<Record<string, BundleApp>> = {
  Vite: bundleWithVite,
  esbuild: bundleWithEsbuild,
  Rollup: bundleWithRollup,
  webpack: bundleWithWebpack,
};
