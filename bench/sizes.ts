import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { createPackedApp } from '../tests/support/createPackedApp.ts';
import { drawBars } from './report/drawBars.ts';
import type { Section } from './report/Section.ts';
import { bundlers } from './sizes/bundlers.ts';

interface App {
  /** A module of this folder. */
  source: string;
  /** The rows for what it loads at first, and for what its `import()` loads. */
  firstLoad: string;
  lazy?: string;
}

const cancelWith = (file: string) =>
  `import { createCancel } from './compared/${file}'; globalThis.app = createCancel;`;

const pages: readonly App[] = [
  {
    firstLoad: 'button, provider and client, on first load',
    lazy: 'their dialog chunk, with Radix',
    source: `
      import { CancelPaymentButton, createPayClient, PayProvider } from 'react-cancel-preauth';
      globalThis.app = [CancelPaymentButton, createPayClient, PayProvider];
    `,
  },
  {
    firstLoad: 'nothing but an `import()`',
    lazy: 'a chunk with Radix alone',
    source: `globalThis.app = () => import('@radix-ui/react-alert-dialog');`,
  },
  {
    firstLoad: 'written by hand, all on first load',
    source: `import { CancelPaymentByHand } from './byHand/CancelPaymentByHand.tsx'; globalThis.app = CancelPaymentByHand;`,
  },
];

const ourClient = 'this package';

const clients: readonly App[] = [
  { firstLoad: ourClient, source: cancelWith('package.ts') },
  { firstLoad: 'axios', source: cancelWith('axios.ts') },
  { firstLoad: 'ky', source: cancelWith('ky.ts') },
  { firstLoad: 'ofetch', source: cancelWith('ofetch.ts') },
  { firstLoad: 'openapi-fetch', source: cancelWith('openapiFetch.ts') },
  { firstLoad: 'fetch by hand', source: cancelWith('byHand.ts') },
];

/** In bytes. */
interface Size {
  gzip: number;
  brotli: number;
}

function sizeOf(files: readonly string[]): Size {
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    gzip: sum(files.map((code) => gzipSync(code, { level: constants.Z_BEST_COMPRESSION }).length)),
    brotli: sum(files.map((code) => brotliCompressSync(code).length)),
  };
}

/** One module in JavaScript, because Rollup and webpack read nothing else. It imports packages, but no other files. */
async function writeApp(folder: string, entry: string, source: string): Promise<void> {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    packages: 'external',
    jsx: 'automatic',
    target: 'es2022',
    format: 'esm',
    write: false,
    // Not the source, to which the repository's tsconfig.json maps the package.
    tsconfigRaw: {},
  });
  writeFileSync(join(folder, entry), outputFiles[0]?.contents ?? '');
}

/** The sizes in each bundler, by row. */
async function measureApps(apps: readonly App[], folder: string): Promise<Map<string, Map<string, Size>>> {
  const rows = new Map<string, Map<string, Size>>();
  for (const [index, { source, firstLoad, lazy }] of apps.entries()) {
    const entry = `app-${index}.js`;
    await writeApp(folder, entry, source);
    const [first, later] = [new Map<string, Size>(), new Map<string, Size>()];
    for (const [bundler, bundleApp] of Object.entries(bundlers)) {
      const bundle = await bundleApp(folder, entry);
      first.set(bundler, sizeOf(bundle.firstLoad.files));
      later.set(bundler, sizeOf(bundle.lazy.flatMap(({ files }) => files)));
    }
    rows.set(firstLoad, first);
    if (lazy) rows.set(lazy, later);
  }
  return rows;
}

const inKilobytes = (bytes: number) => (bytes / 1000).toFixed(2);

/** What a page loads, and the client beside others, in each bundler. */
export const sizes: Section = async () => {
  const modules = join(import.meta.dirname, 'compared/node_modules');
  const installed = readdirSync(modules).filter((name) => !name.startsWith('.'));
  const app = createPackedApp(Object.fromEntries(installed.map((name) => [name, join(modules, name)])));
  try {
    const tables = [
      { name: 'bytes-page', title: 'What a page loads', rows: await measureApps(pages, app.folder) },
      { name: 'bytes-client', title: 'Clients', rows: await measureApps(clients, app.folder) },
    ];
    return {
      figures: tables.flatMap(({ name, rows }) =>
        [...rows].flatMap(([row, byBundler]) =>
          [...byBundler].map(([bundler, { gzip }]) => ({
            name: `${name}: ${row}, ${bundler}`,
            unit: 'B' as const,
            value: gzip,
            low: gzip,
            high: gzip,
          })),
        ),
      ),
      tables: tables.map(({ name, rows }) => ({
        name,
        head: ['', ...Object.keys(bundlers)],
        rows: [...rows].map(([row, byBundler]) =>
          [row].concat(
            [...byBundler.values()].map(({ gzip, brotli }) => `${inKilobytes(gzip)} / ${inKilobytes(brotli)}`),
          ),
        ),
      })),
      plots: [
        {
          file: 'bytes.svg',
          svg: drawBars(
            'Minified and compressed (gzip), bundled with Vite, without the peers',
            tables.map(({ title, rows }) => ({
              title,
              unit: 'kB',
              bars: [...rows].map(([row, byBundler]) => ({
                label: row.replaceAll('`', ''),
                value: (byBundler.get('Vite')?.gzip ?? NaN) / 1000,
                isOurs: row === ourClient || /provider|their/.test(row),
              })),
            })),
          ),
        },
      ],
    };
  } finally {
    app.remove();
  }
};
