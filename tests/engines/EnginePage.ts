import type { Key } from '../support/startWebDriverSession.ts';

/** A page in any of the engines. Only what all of them can do: the rest is done in the page. */
export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Calls the function in the page. It cannot use variables from outside. */
  run<Args extends unknown[], Result>(script: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** Clicks with a mouse, at a point of the viewport. */
  clickAt(x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Takes focus from the window. Only in WebKit. */
  moveBehind(): Promise<void>;
  close(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine of tests that run in any of them. */
    engine: 'chromium' | 'firefox' | 'webkit';
    /** Where WebKit's driver listens. */
    webKitDriverPort: number;
  }
}
