import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Inspection } from './inspect.ts';
import { centerOf, type OldBrowser } from './OldBrowser.ts';

const driverPath = '/usr/bin/WPEWebDriver';
const browserPath = '/usr/lib/x86_64-linux-gnu/wpe-webkit-1.1/MiniBrowser';
const port = 4646;

async function request(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WebDriver's format of every answer
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
  return value;
}

async function waitUntilReady(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await request('GET', '/status');
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error('WPEWebDriver did not start.');
}

/** Starts WPE WebKit 2.38, which has the engine of Safari 16.0, over WebDriver. */
export async function startWebKit(): Promise<OldBrowser> {
  if (!existsSync(driverPath) || !existsSync(browserPath)) {
    throw new Error('WPE WebKit 2.38 is missing. On Debian: apt-get install wpewebkit-driver libwpewebkit-1.1-0');
  }
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore' });
  await waitUntilReady();
  const options = { binary: browserPath, args: ['--automation', '--headless'] };
  const capabilities = { alwaysMatch: { 'wpe:browserOptions': options } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WebDriver's format
  const { sessionId } = (await request('POST', '/session', { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const evaluate = (script: string) =>
    request('POST', `${session}/execute/sync`, { script: `return ${script}`, args: [] });
  const perform = (type: 'pointer' | 'key', actions: readonly object[]) =>
    request('POST', `${session}/actions`, { actions: [{ type, id: type, actions }] });
  return {
    async resize() {
      await wait(0); // a headless WPE has one size
    },
    async open(url) {
      await request('POST', `${session}/url`, { url });
    },
    async inspect() {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON of what `inspect` returns
      return ((await evaluate('window.inspect && inspect()')) ?? undefined) as Inspection | undefined;
    },
    async press(selector) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON of what the script returns
      const { x, y } = (await evaluate(centerOf(selector))) as { x: number; y: number };
      await perform('pointer', [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
      ]);
    },
    async release() {
      await perform('pointer', [{ type: 'pointerUp', button: 0 }]);
    },
    async tab() {
      await perform('key', [
        { type: 'keyDown', value: '\uE004' },
        { type: 'keyUp', value: '\uE004' },
      ]);
    },
    async screenshot() {
      return Buffer.from(String(await request('GET', `${session}/screenshot`)), 'base64');
    },
    async close() {
      await request('DELETE', session);
      driver.kill();
    },
  };
}
