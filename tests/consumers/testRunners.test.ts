// @vitest-environment node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createServer as createViteServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.js';
import { servePaySandbox, type PaySandboxServer } from '../../src/sandbox/servePaySandbox.ts';

const root = join(import.meta.dirname, '../..');
const installed = join(import.meta.dirname, 'test-runners');

/** Links the command as npm does when it installs the package. */
function linkCommand(): void {
  const link = join(installed, 'node_modules/.bin/react-cancel-preauth-sandbox');
  rmSync(link, { force: true });
  symlinkSync('../react-cancel-preauth/dist/sandbox/bin.js', link);
  chmodSync(link, 0o755);
}

/** A new app with the files of `examples/testing`. Each is changed by `change`. */
function createApp(name: string, paths: string[], change = (source: string) => source): string {
  const folder = join(installed, '.apps', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const path of paths) {
    cpSync(join(root, 'examples/testing', path), join(folder, path), { recursive: true });
    if (/\.tsx?$/.test(path)) writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
  }
  return folder;
}

/** Runs a command with no trace of the npm and the Vitest that run this. */
async function run([file = '', ...args]: string[], cwd: string, env: Record<string, string> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|NODE_ENV)/.test(name));
  const child = spawn(file, args, {
    cwd,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', CI: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: Number(code), output: stdout + stderr };
}

async function findFreePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port, not on a pipe
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

const tests = ['Checkout.tsx', 'checkout.test.tsx', 'fakeTimers.test.tsx'];

beforeAll(linkCommand);

test('Vitest', async () => {
  const folder = createApp('vitest', [...tests, 'msw/checkout.test.ts']);
  writeFileSync(join(folder, 'vitest.config.js'), 'export default {};'); // or Vitest would find the one of this repository
  const { code, output } = await run(['npx', 'vitest', 'run', '--config=vitest.config.js'], folder);
  expect(output).toMatch(/Tests +7 passed \(7\)/);
  expect(code).toBe(0);
});

describe('Jest', () => {
  /** As docs/testing.md says what is different in Jest. */
  const forJest = (source: string) =>
    source
      .replace("'vitest'", "'@jest/globals'")
      .replaceAll(/\bvi\b/g, 'jest')
      .replace('shouldAdvanceTime', 'advanceTimers');

  /** Runs the tests with a configuration of which one line may be changed. */
  function runJest(transformer: string, line = '', replacement = '') {
    const config = `jest/jest.${transformer}.config.js`;
    const folder = createApp('jest', [...tests, config], forJest);
    const path = join(folder, config);
    writeFileSync(path, readFileSync(path, 'utf8').replace(line, replacement));
    return run(['npx', 'jest', `--config=${config}`, '--rootDir=.'], folder);
  }

  test.each(['babel', 'swc', 'ts-jest'])('with %s', async (transformer) => {
    const { code, output } = await runJest(transformer);
    expect(output).toMatch(/Tests: +3 passed, 3 total/);
    expect(output).not.toMatch(/warn/i);
    expect(code).toBe(0);
  });

  test.each([
    ['testEnvironment: ', "testEnvironment: 'jsdom', // ", 'jest-fixed-jsdom'],
    ['transformIgnorePatterns: ', '// ', 'Must use import to load ES Module'],
    ['moduleNameMapper: ', '// ', 'SyntaxError'],
  ])('needs the line with %s', async (line, replacement, message) => {
    const { code, output } = await runJest('swc', line, replacement);
    expect(output).toContain(message);
    expect(code).toBe(1);
  });
});

describe('in Chromium', () => {
  const pages = ['Checkout.tsx', 'e2e'];
  const findPath = async () => (await findChromium())?.path ?? '';

  test('Playwright', async () => {
    const folder = createApp('playwright', pages);
    const ports = { sandbox: await findFreePort(), page: await findFreePort() };
    const config = `
      import config from './e2e/playwright.config.js';
      const { use, ...others } = JSON.parse(
        JSON.stringify(config).replaceAll('4010', '${ports.sandbox}').replaceAll('5173', '${ports.page}'),
      );
      const launchOptions = { executablePath: process.env.CHROMIUM_PATH };
      const webServer = others.webServer.map((server) => ({ ...server, cwd: 'e2e' }));
      export default { ...others, webServer, testDir: 'e2e', use: { ...use, launchOptions } };
    `;
    writeFileSync(join(folder, 'playwright.config.ts'), config);
    const { code, output } = await run(['npx', 'playwright', 'test'], folder, { CHROMIUM_PATH: await findPath() });
    expect(output).toContain('2 passed');
    expect(code).toBe(0);
  });

  describe('Puppeteer', () => {
    let page: ViteDevServer;
    let sandbox: PaySandboxServer;
    let folder: string;
    beforeAll(async () => {
      folder = join(createApp('puppeteer', pages), 'e2e');
      sandbox = await servePaySandbox();
      page = await createViteServer({
        configFile: false,
        root: folder,
        logLevel: 'error',
        define: { 'import.meta.env.VITE_PAY_BASE_URL': JSON.stringify(`${sandbox.url}/pay/2024-4`) },
        server: { host: '127.0.0.1', port: Number(await findFreePort()) },
      });
      await page.listen();
    });
    afterAll(() => Promise.all([page.close(), sandbox.close()]));

    const runScript = async (path: string) =>
      run([process.execPath, path], folder, {
        CHROMIUM_PATH: await findPath(),
        APP_URL: page.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '',
      });

    test('cancels a payment', async () => {
      expect(await runScript('puppeteer.js')).toEqual({ code: 0, output: '' });
    });

    test('has to wait until the cover has gone', async () => {
      const source = readFileSync(join(folder, 'puppeteer.js'), 'utf8');
      writeFileSync(join(folder, 'impatient.js'), source.replace(/^.+cancel-payment-cover.+$/m, ''));
      expect((await runScript('impatient.js')).output).toContain('TimeoutError');
    });
  });
});
