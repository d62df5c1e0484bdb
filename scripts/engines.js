import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** What drives WebKit and Firefox, by the Debian package that has it. No npm package has these engines. */
const files = {
  'webkit2gtk-driver': '/usr/bin/WebKitWebDriver',
  'firefox-esr': '/usr/bin/firefox-esr',
  'xvfb': '/usr/bin/Xvfb',
  'dbus': '/usr/bin/dbus-daemon',
};

export const firefoxPath = files['firefox-esr'];

/** The Debian packages that are needed to run tests in WebKit and Firefox and are not installed. */
export const findMissingPackages = () =>
  Object.entries(files)
    .filter(([, path]) => !existsSync(path))
    .map(([name]) => name);

/** Installs the npm packages that drive the engines, unless they are there. */
export function installEngines() {
  const folder = fileURLToPath(new URL('../tests/engines', import.meta.url));
  if (existsSync(`${folder}/node_modules/.package-lock.json`)) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}

/** The capabilities that start WebKitGTK's own small browser. */
export const webKitCapabilities = {
  'webkitgtk:browserOptions': {
    binary: `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/webkit2gtk-4.1/MiniBrowser`,
    args: ['--automation'],
  },
};

/** @returns {Promise<number>} */
const findFreePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @param {() => Promise<unknown>} attempt */
async function waitFor(attempt) {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Starts WebKit's WebDriver, with a display that is not shown anywhere. WebKitGTK has no headless mode.
 *
 * @returns {Promise<{ port: number, stop: () => void }>}
 */
export async function startWebKitDriver() {
  // Xvfb chooses a display that is free, and writes its number to the file descriptor.
  const xvfb = spawn(files.xvfb, ['-displayfd', '3', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    xvfb.on('error', reject);
    xvfb.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  const port = await findFreePort();
  const driver = spawn(files['webkit2gtk-driver'], [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WAYLAND_DISPLAY: '',
    },
  });
  const stop = () => {
    driver.kill();
    xvfb.kill();
  };
  process.once('exit', stop);
  await waitFor(() => fetch(`http://127.0.0.1:${port}/status`));
  return { port, stop };
}

/** The names and versions of the engines, from Debian's package manager. */
export const readEngineVersions = () =>
  /** @type {const} */ ([
    ['WebKitGTK', 'webkit2gtk-driver'],
    ['Firefox ESR', 'firefox-esr'],
  ]).map(([name, debianPackage]) => {
    const version = execFileSync('dpkg-query', ['-W', '-f=${Version}', debianPackage], { encoding: 'utf8' });
    return [name, /^[\d.]+/.exec(version)?.[0] ?? version];
  });

// As a program: names the packages that are missing, and exits with 1 if there are any.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const missing = findMissingPackages();
  if (missing.length > 0) console.log(`Not installed: ${missing.join(' ')}`);
  process.exitCode = Math.min(missing.length, 1);
}
