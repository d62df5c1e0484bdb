import type { BrowserCommand, BrowserCommandContext } from 'vitest/node';

export type MouseAction = 'move' | 'down' | 'up' | 'click';

interface Action {
  move(options: object): Action;
  down(): Action;
  up(): Action;
  scroll(options: object): Action;
  perform(skipRelease?: boolean): Promise<void>;
}

/** WebdriverIO's browser, as far as it is used here. */
interface WebDriver {
  action(type: 'pointer' | 'wheel', options?: { parameters: { pointerType: 'mouse' } }): Action;
}

const webDriverOf = (context: BrowserCommandContext): WebDriver | undefined =>
  'browser' in context && context.provider.name === 'webdriverio'
    ? // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the provider for WebKit adds it
      (context.browser as WebDriver)
    : undefined;

const at = (x: number, y: number) => ({ x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 });

/** Input at a point of the window, sent from Node. */
export const pointerCommands = {
  mouseAt: async (context, action: MouseAction, x: number, y: number) => {
    const webDriver = webDriverOf(context);
    if (webDriver) {
      const pointer = webDriver.action('pointer', { parameters: { pointerType: 'mouse' } }).move(at(x, y));
      if (action === 'down' || action === 'click') pointer.down();
      if (action === 'up' || action === 'click') pointer.up();
      await pointer.perform(action === 'move' || action === 'down');
    } else {
      await context.page.mouse.move(x, y);
      if (action === 'down' || action === 'click') await context.page.mouse.down();
      if (action === 'up' || action === 'click') await context.page.mouse.up();
    }
  },
  /** In Chromium. Playwright's own `tap` needs a browser context with touch. */
  touchAt: async ({ provider, sessionId }, x: number, y: number) => {
    const cdp = await provider.getCDPSession?.(sessionId);
    await cdp?.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await cdp?.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  },
  wheelAt: async (context, x: number, y: number, deltaY: number) => {
    const webDriver = webDriverOf(context);
    if (webDriver) {
      await webDriver
        .action('wheel')
        .scroll({ ...at(x, y), deltaX: 0, deltaY })
        .perform();
    } else {
      await context.page.mouse.move(x, y);
      await context.page.mouse.wheel(0, deltaY);
    }
  },
} satisfies Record<string, BrowserCommand<never>>;

declare module 'vitest/browser' {
  interface BrowserCommands {
    mouseAt(action: MouseAction, x: number, y: number): Promise<void>;
    touchAt(x: number, y: number): Promise<void>;
    wheelAt(x: number, y: number, deltaY: number): Promise<void>;
  }
}
