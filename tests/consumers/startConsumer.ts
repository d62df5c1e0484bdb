import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { serveRequests, type RunningServer } from '../support/serveRequests.ts';
import { wait } from '../support/wait.ts';
import type { Consumer } from './Consumer.ts';

/** Where a consumer's packages are installed. */
const installOf = ({ isLowest, server }: Consumer) =>
  join(import.meta.dirname, server ? 'frameworks' : isLowest ? 'lowest' : '');

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

/** Runs a command of a consumer's packages in its folder. */
function run(command: string, consumer: Consumer, folder: string, variables: Record<string, string> = {}) {
  const binaries = [installOf(consumer), import.meta.dirname].map((path) => join(path, 'node_modules/.bin'));
  return spawn(command, {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production', // Vitest's would make a development build
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      PATH: [...binaries, process.env['PATH']].join(delimiter),
      ...variables,
    },
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a consumer's build in `folder`. Returns what it has printed, and throws that if the build fails. */
async function build(consumer: Consumer, folder: string): Promise<string> {
  const command = consumer.build;
  const child = run(command, consumer, folder);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const output = (stdout + stderr).replaceAll(folder, '').trim(); // whose name may be that of the package
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

/** A port that nothing listens to. */
async function findPort(): Promise<number> {
  const { url, close } = await serveRequests(({ send }) => send(undefined));
  await close();
  return Number(new URL(url).port);
}

/** Starts a framework's server in a consumer's folder, and waits until it responds. */
async function startServer(consumer: Consumer, command: string, folder: string, mode: string): Promise<RunningServer> {
  const port = await findPort();
  const url = `http://127.0.0.1:${port}`;
  const variables = { NODE_ENV: mode, PORT: String(port), HOST: '127.0.0.1', PAY_BASE_URL: `${url}/sandbox` };
  // Without `exec`, the shell would be what is killed, and its child would live on.
  const child = run(`exec ${command}`, consumer, folder, variables);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  const exited = once(child, 'exit');
  for (let isReady = false; !isReady;) {
    if (child.exitCode !== null) throw new Error(`\`${command}\` has ended: ${output}`);
    await wait(100);
    isReady = await fetch(url).then(
      () => true,
      () => false,
    );
  }
  return {
    url,
    async close() {
      child.kill();
      await exited;
    },
  };
}

export interface RunningConsumer extends RunningServer {
  folder: string;
  /** What the build has printed. */
  output: string;
}

/** Builds a consumer's app for production. */
export async function buildConsumer(consumer: Consumer): Promise<{ folder: string; output: string }> {
  const folder = join(installOf(consumer), '.apps', consumer.title.replaceAll(/\W+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true }); // Metro does not
  for (const source of ['checkout', `../../examples/${consumer.example}`, `apps/${consumer.app}`]) {
    const path = join(import.meta.dirname, source);
    if (existsSync(path)) cpSync(path, folder, { recursive: true });
  }
  return { folder, output: await build(consumer, folder) };
}

/** Builds a consumer's app for production, and serves it on loopback. */
export async function startConsumer(consumer: Consumer): Promise<RunningConsumer> {
  const { folder, output } = await buildConsumer(consumer);
  const server = consumer.server
    ? await startServer(consumer, consumer.server, folder, 'production')
    : await serveFolder(join(folder, 'dist'));
  return { ...server, folder, output };
}

/** Starts the development server of a framework in the folder of an app that has been built. */
export function startDevelopment(consumer: Consumer, { folder }: { folder: string }): Promise<RunningServer> {
  return startServer(consumer, consumer.development ?? '', folder, 'development');
}
