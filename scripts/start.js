// Starts the demo checkout and its sandbox API. In a fresh clone it installs the dependencies first, so only Node's built-in
// modules can be imported at the top.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const ports = { checkout: 5173, sandbox: 4010 };

/**
 * Each stops something that was started.
 *
 * @type {(() => unknown)[]}
 */
const cleanups = [];
let isStopping = false;

/** @param {number} exitCode */
async function stop(exitCode) {
  if (isStopping) return;
  isStopping = true;
  await Promise.allSettled(cleanups.map((cleanUp) => cleanUp()));
  process.exit(exitCode);
}

/** @param {string} line */
function print(line) {
  process.stdout.write(`${line}\n`);
}

/** @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} LockedPackages */

/**
 * The packages in a lockfile; none if there is no such file.
 *
 * @param {string} path
 * @returns {LockedPackages}
 */
function readLockedPackages(path) {
  try {
    return JSON.parse(readFileSync(`${root}${path}`, 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Whether `node_modules` matches the lockfile. Optional packages may be missing, because they are for other platforms. */
function isInstalled() {
  const installed = readLockedPackages('node_modules/.package-lock.json'); // npm writes it when an installation is complete
  return Object.entries(readLockedPackages('package-lock.json')).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional || devOptional),
  );
}

async function install() {
  print('Installing dependencies…');
  const npm = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32', // npm is a .cmd file there
  });
  // With another signal, npm would finish first and then roll back. A partial installation is detected on the next start.
  cleanups.push(() => npm.kill('SIGKILL'));
  const [exitCode] = await once(npm, 'close');
  if (exitCode !== 0) throw new Error('The dependencies could not be installed. See the output of npm above.');
}

async function start() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
    throw new Error(`Node.js ${process.versions.node} is too old. This needs 20.19, 22.12 or newer.`);
  }
  if (!isInstalled()) await install();

  const { createServer, runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../src/sandbox/servePaySandbox.ts') }} */
  const { module } = await runnerImport(`${root}src/sandbox/servePaySandbox.ts`, { root });
  const latency = 500; // ms, as on a phone
  const sandbox = await module
    .servePaySandbox({ port: ports.sandbox, latency })
    .catch(() => module.servePaySandbox({ latency }));
  cleanups.push(() => sandbox.close());

  const vite = await createServer({
    configFile: `${root}examples/checkout/vite.config.ts`,
    logLevel: 'warn',
    clearScreen: false,
    define: { 'import.meta.env.VITE_PAY_BASE_URL': JSON.stringify(`${sandbox.url}/pay/2024-4`) },
    server: { port: ports.checkout },
  });
  cleanups.push(() => vite.close());
  await vite.listen();

  const url = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  const taken = Object.values(ports).filter((port) => ![url, sandbox.url].some((used) => used.endsWith(`:${port}`)));
  const remark = taken.length > 0 ? `; already in use: ${taken.join(', ')}` : '';
  print(`Checkout: ${url}  (sandbox API: ${sandbox.url}${remark})`);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));

// Stopping npm also stops its shell, which does not forward the signal. So exit when the parent process is gone.
if (process.env['npm_lifecycle_event']) {
  const { ppid } = process;
  setInterval(() => void (process.ppid !== ppid && stop(0)), 500).unref();
}

start().catch((error) => {
  if (isStopping) return;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  void stop(1);
});
