// @vitest-environment node
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, inject, test } from 'vitest';

const app = inject('app');
const command = 'react-cancel-preauth-sandbox';
const link = join(app, 'node_modules/.bin', command);
const started: ChildProcess[] = [];

/** Links the command and makes it executable, as npm does when it installs the package. */
beforeAll(() => {
  const target = join(app, 'node_modules/react-cancel-preauth');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as published
  const { bin } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  mkdirSync(join(app, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(target, bin[command] ?? ''), link);
  chmodSync(link, 0o755);
});

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const node = [process.execPath, link];

/** Without what npm tells the scripts that it runs: where their project is. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));

/** Starts the sandbox, and waits for the base URL that it prints. */
async function start(args: string[], [file = '', ...before] = node) {
  const child = spawn(file, [...before, ...args], { cwd: app, env, stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const [output] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const baseUrl = /^PACE Pay sandbox: (\S+)/.exec(String(output))?.[1] ?? '';
  return { child, baseUrl };
}

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [link, ...args], { cwd: app, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const cancel = (baseUrl: string, id: string) =>
  fetch(`${baseUrl}/transactions/${id}/cancel`, {
    method: 'POST',
    headers: { Accept: 'application/vnd.api+json' },
  });

const forbidden = '5a4db0c0-0000-4000-8000-000000000403';

test('serves the sandbox, and lists its transaction IDs', async () => {
  const { baseUrl } = await start(['--port', '0']);
  expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/pay\/2024-4$/);
  expect((await cancel(baseUrl, forbidden)).status).toBe(403);
  expect(await (await fetch(new URL('/', baseUrl))).text()).toMatch(new RegExp(`forbidden +${forbidden}`));
});

test('delays responses by --latency', async () => {
  const { baseUrl } = await start(['--port=0', '--latency=300']);
  const before = performance.now();
  await cancel(baseUrl, forbidden);
  expect(performance.now() - before).toBeGreaterThan(290);
});

test('listens on --host', async () => {
  const { baseUrl } = await start(['--port=0', '--host', 'localhost']);
  expect(baseUrl).toMatch(/^http:\/\/localhost:/);
  expect((await cancel(baseUrl, forbidden)).status).toBe(403);
});

test('--help explains every option, and lists the transaction IDs', () => {
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const text of ['--port', '--latency', '--host', forbidden]) expect(stdout).toContain(text);
});

test.each([
  [['--prot', '4010'], "Unknown option '--prot'"],
  [['--port', 'abc'], '--port must be a whole number from 0 to 65535, not “abc”.'],
  [['--port', '65536'], '--port must be a whole number from 0 to 65535, not “65536”.'],
  [['--latency', '0.5'], '--latency must be a whole number from 0 to 600000, not “0.5”.'],
  [['--port'], "Option '--port <value>' argument missing"],
  [['4010'], "Unexpected argument '4010'"],
])('%j is refused', (args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(`${command} --help lists the options.`);
  expect(stderr).not.toContain('node:internal');
});

test('a port that is in use is refused', async () => {
  const { baseUrl } = await start(['--port=0']);
  const { status, stderr } = run('--port', new URL(baseUrl).port);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The port is in use\. .+ --port\.$/m);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it, even with a request in flight', async (signal) => {
  const { child, baseUrl } = await start(['--port=0', '--latency=60000']);
  const response = cancel(baseUrl, forbidden);
  response.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect(response).rejects.toThrow('fetch failed');
});

test('started by npx, it ends with it', async () => {
  const { child, baseUrl } = await start(['--port=0'], ['npx', '--no', command, '--']);
  expect((await cancel(baseUrl, forbidden)).status).toBe(403);
  child.kill('SIGTERM');
  await expect.poll(() => cancel(baseUrl, forbidden).catch(String), { timeout: 5000 }).toBe('TypeError: fetch failed');
});
