import type { Metafile, OutputFile } from 'esbuild';

/** A part of a bundle that is loaded as a whole. */
export interface Part {
  /** The code of each file. */
  files: string[];
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

/** The peers. */
export const isExternal = (id: string) => /^(?:react|react-dom|@tanstack\/react-query)(?:\/|$)/.test(id);

export const unique = (values: string[]) => [...new Set(values)];
const withSlashes = (path: string) => path.replaceAll('\\', '/');

export interface Chunk extends Part {
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
export function toBundle(chunks: Chunk[]): Bundle {
  const entry = chunks.filter(({ isEntry }) => isEntry);
  const first = withImports(entry, chunks, ({ imports }) => imports);
  const all = withImports(first, chunks, ({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  return {
    firstLoad: {
      files: [...first].flatMap(({ files }) => files),
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

export const fromRollup = (output: readonly (RollupChunk | { type: 'asset' })[]): Bundle =>
  toBundle(
    output
      .filter((file) => file.type === 'chunk')
      .map(({ fileName, isEntry, code, imports, dynamicImports, modules }) => ({
        name: fileName,
        isEntry,
        files: [code],
        imports,
        dynamicImports,
        externals: imports.filter(isExternal),
        modules: Object.entries(modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id]) => withSlashes(id)),
      })),
  );

/** An entry's file name starts with `app-`. */
export function chunksOfEsbuild(metafile: Metafile, outputFiles: readonly OutputFile[]): Chunk[] {
  return Object.entries(metafile.outputs).map(([path, { entryPoint, imports, inputs }]) => {
    const staticImports = imports.filter(({ kind }) => kind === 'import-statement');
    return {
      name: path,
      isEntry: !!entryPoint?.startsWith('app-'),
      files: outputFiles.filter((file) => withSlashes(file.path).endsWith(path)).map(({ text }) => text),
      imports: staticImports.map((imported) => imported.path),
      dynamicImports: imports.filter(({ kind }) => kind === 'dynamic-import').map((imported) => imported.path),
      externals: staticImports.filter(({ external }) => external).map((imported) => imported.path),
      modules: Object.entries(inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([file]) => file),
    };
  });
}
