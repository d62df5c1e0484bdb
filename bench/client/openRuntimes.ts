import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright';
import { chromiumArgs, findChromium } from '../../scripts/chromium.js';
import { bundleEntry } from './bundleEntry.ts';
import { startServer } from './startServer.ts';

/** Where the benchmarks of the client run. */
export interface Runtime {
  name: string;
  /** Calls `measure` of the entry, and resolves to its result. */
  measure: <Result>(...args: readonly (string | number)[]) => Promise<Result>;
  /** The origin of a server that answers every POST with 204. */
  url: string;
  close: () => Promise<void>;
}

const runCode = (module: string, args: readonly (string | number)[]) =>
  `import(${JSON.stringify(module)}).then(({ measure }) => measure(${args.map((arg) => JSON.stringify(arg)).join()}))`;

async function openNode(entry: string): Promise<Runtime> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'entry.mjs');
  writeFileSync(file, await bundleEntry(entry, 'node'));
  const server = await startServer({});
  return {
    name: `Node ${process.versions.node.split('.')[0]}`,
    url: server.url,
    async measure(...args) {
      const code = `${runCode(pathToFileURL(file).href, args)}.then((result) => console.log(JSON.stringify(result)))`;
      const { stdout } = await promisify(execFile)(process.execPath, ['--eval', code], { maxBuffer: 2 ** 28 });
      return JSON.parse(stdout);
    },
    async close() {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openChromium(entry: string): Promise<Runtime> {
  const server = await startServer({ '/entry.js': await bundleEntry(entry, 'browser') });
  const found = await findChromium();
  const browser = await chromium.launch({ ...(found && { executablePath: found.path }), args: chromiumArgs });
  const page = await browser.newPage();
  await page.goto(server.url);
  return {
    name: `Chromium ${browser.version().split('.')[0]}`,
    url: server.url,
    measure: (...args) => page.evaluate(runCode('/entry.js', args)),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Node and Chromium, in each of which the module at `entry` is loaded. */
export const openRuntimes = (entry: string): Promise<Runtime[]> => Promise.all([openNode(entry), openChromium(entry)]);
