import { webKitCapabilities } from '../../scripts/engines.js';
import { startWebDriverSession } from '../support/startWebDriverSession.ts';
import { wait } from '../support/wait.ts';
import type { EnginePage } from './EnginePage.ts';

/** Opens a window of WebKitGTK's browser, with the driver that listens at `port`. */
export async function openWebKit(port: number): Promise<EnginePage> {
  const { post, execute, point, press, close } = await startWebDriverSession(port, webKitCapabilities);
  return {
    goto: (url) => post('/url', { url }),
    reload: () => post('/refresh'),
    run: (script, ...args) => execute(`return (${String(script)}).apply(undefined, arguments)`, args),
    clickAt: (x, y) =>
      point([
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]),
    press,
    // Without a window manager, a window loses focus when it is resized, though not always the first time.
    moveBehind: async () => {
      for (let width = 1000; width >= 500; width -= 100) {
        await post('/window/rect', { width, height: 700 });
        await wait(500);
        if (!(await execute<boolean>('return document.hasFocus()'))) return;
      }
      throw new Error('The window has not lost focus.');
    },
    close,
  };
}
