import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import { startWebDriverSession } from '../support/startWebDriverSession.ts';
import { wait } from '../support/wait.ts';
import type { Inspection } from './inspect.ts';
import { centerOf, type OldBrowser } from './OldBrowser.ts';

const driverPath = '/usr/bin/WPEWebDriver';
const browserPath = '/usr/lib/x86_64-linux-gnu/wpe-webkit-1.1/MiniBrowser';
const port = 4646;

/** Starts WPE WebKit 2.38, which has the engine of Safari 16.0, over WebDriver. */
export async function startWebKit(): Promise<OldBrowser> {
  if (!existsSync(driverPath) || !existsSync(browserPath)) {
    throw new Error('WPE WebKit 2.38 is missing. On Debian: apt-get install wpewebkit-driver libwpewebkit-1.1-0');
  }
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore' });
  await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/status`), { timeout: 10_000, interval: 100 });
  const options = { binary: browserPath, args: ['--automation', '--headless'] };
  const { post, get, execute, point, press, close } = await startWebDriverSession(port, {
    'wpe:browserOptions': options,
  });
  return {
    resize: () => wait(0), // a headless WPE has one size
    open: (url) => post('/url', { url }),
    async inspect() {
      return (await execute<Inspection | null>('return window.inspect && inspect()')) ?? undefined;
    },
    async press(selector) {
      const { x, y } = await execute<{ x: number; y: number }>(`return ${centerOf(selector)}`);
      await point([
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
      ]);
    },
    release: () => point([{ type: 'pointerUp', button: 0 }]),
    tab: () => press('Tab'),
    async screenshot() {
      return Buffer.from(await get<string>('/screenshot'), 'base64');
    },
    async close() {
      await close();
      driver.kill();
    },
  };
}
