import { webKitCapabilities } from '../../scripts/engines.js';
import type { EnginePage } from './EnginePage.ts';

/** As WebDriver encodes them. */
const keys = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C' };

interface Session {
  sessionId: string;
  capabilities: { browserVersion: string };
}

/** Opens a window of WebKitGTK's browser, with the driver that listens at `port`. */
export async function openWebKit(port: number): Promise<EnginePage> {
  async function send<Value>(method: string, path: string, body?: object): Promise<Value> {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the format is defined by WebDriver
    const { value } = (await response.json()) as { value: Value };
    if (!response.ok) throw new Error(JSON.stringify(value));
    return value;
  }
  const { sessionId, capabilities } = await send<Session>('POST', '', {
    capabilities: { alwaysMatch: webKitCapabilities },
  });
  const post = <Value>(path: string, body: object = {}) => send<Value>('POST', `/${sessionId}${path}`, body);
  const perform = async (source: object) => {
    await post('/actions', { actions: [source] });
  };

  return {
    version: capabilities.browserVersion,
    goto: (url) => post('/url', { url }),
    reload: () => post('/refresh'),
    run: (script, ...args) =>
      post('/execute/sync', { script: `return (${String(script)}).apply(undefined, arguments)`, args }),
    clickAt: (x, y) =>
      perform({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    press: (key) =>
      perform({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value: keys[key] },
          { type: 'keyUp', value: keys[key] },
        ],
      }),
    // Without a window manager, a window loses focus when it is resized, though not always the first time.
    moveBehind: async () => {
      for (let width = 1000; width >= 500; width -= 100) {
        await post('/window/rect', { width, height: 700 });
        await new Promise((resolve) => setTimeout(resolve, 500));
        const script = 'return document.hasFocus()';
        if (!(await post<boolean>('/execute/sync', { script, args: [] }))) return;
      }
      throw new Error('The window has not lost focus.');
    },
    close: () => send('DELETE', `/${sessionId}`),
  };
}
