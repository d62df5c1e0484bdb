import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serveRequests, type RunningServer } from '../support/serveRequests.ts';
import type { Consumer } from './Consumer.ts';

const binaries = join(import.meta.dirname, 'node_modules/.bin');

/** Where a consumer's packages are installed. */
const installOf = ({ isLowest }: Pick<Consumer, 'isLowest'>) => join(import.meta.dirname, isLowest ? 'lowest' : '');

/** The folder in which Node finds a package from a consumer's app. */
function folderOf(name: string, consumer: Consumer): string {
  const folder = join(installOf(consumer), 'node_modules', name);
  return existsSync(folder) ? folder : join(import.meta.dirname, 'node_modules', name);
}

/** The names and versions of packages that a consumer uses: `Vite 8.3.8, React 19.3.1`, for example. */
export function versionsOf(consumer: Consumer): string {
  return [...consumer.packages, 'react', '@tanstack/react-query']
    .map((name) => {
      const manifest = readFileSync(join(folderOf(name, consumer), 'package.json'), 'utf8');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every package has one
      return `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
    })
    .join(', ');
}

/** Runs a consumer's build in `folder`. Returns what it has printed, and throws that if the build fails. */
async function build({ build: command }: Consumer, folder: string): Promise<string> {
  const child = spawn(command, {
    cwd: folder,
    // Vitest's NODE_ENV would make a development build.
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', PATH: binaries + delimiter + process.env['PATH'] },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const output = (stdout + stderr).trim();
  if (code !== 0) throw new Error(`\`${command}\` failed: ${output}`);
  return output;
}

/** For bundlers that take a script. `style-loader` needs no stylesheet. */
const pageOf = (hasStyles: boolean) => `<!doctype html>
<meta charset="utf-8">
<title>Checkout</title>
${hasStyles ? '<link rel="stylesheet" href="/main.css">' : ''}
<div id="root"></div>
<script type="module" src="/main.js"></script>`;

/** Nothing of a bundle may need `eval` or an inline script. Radix and `style-loader` insert styles. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'";

function serveFolder(folder: string): Promise<RunningServer> {
  const read = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined);
  return serveRequests(({ path, response, send }) => {
    response.setHeader('Content-Security-Policy', policy);
    const file = read(path);
    send(file ?? (path === '/index.html' ? pageOf(existsSync(join(folder, 'main.css'))) : undefined));
  });
}

export interface RunningConsumer extends RunningServer {
  /** What the build has printed. */
  output: string;
}

/** Builds a consumer's app for production. */
export async function buildConsumer(consumer: Consumer): Promise<{ folder: string; output: string }> {
  const folder = join(installOf(consumer), '.apps', consumer.title.replaceAll(/\W+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  for (const source of ['checkout', `apps/${consumer.app}`]) {
    const path = join(import.meta.dirname, source);
    if (existsSync(path)) cpSync(path, folder, { recursive: true });
  }
  return { folder, output: await build(consumer, folder) };
}

/** Builds a consumer's app for production, and serves it on loopback. */
export async function startConsumer(consumer: Consumer): Promise<RunningConsumer> {
  const { folder, output } = await buildConsumer(consumer);
  return { ...(await serveFolder(join(folder, 'dist'))), output };
}
