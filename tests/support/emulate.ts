import { onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';

/** The device of the user, for the rest of the test. */
export interface Device {
  width?: number;
  height?: number;
  touch?: boolean;
  /** Media features, such as `{ 'forced-colors': 'active' }`. */
  media?: Record<string, string>;
  /** What the page, or the system, prefers. */
  colorScheme?: 'light' | 'dark';
  /** What the user, or a browser's extension, adds to the page. */
  css?: string;
}

export async function emulate({ width, height, touch, media, colorScheme, css }: Device): Promise<void> {
  if (width && height) {
    await page.viewport(width, height);
    onTestFinished(() => page.viewport(800, 600));
  }
  if (touch) {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
    onTestFinished(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })));
  }
  if (media) {
    const features = Object.entries(media).map(([name, value]) => ({ name, value }));
    await cdp().send('Emulation.setEmulatedMedia', { features });
    onTestFinished(async () => void (await cdp().send('Emulation.setEmulatedMedia', { features: [] })));
  }
  if (colorScheme) {
    const { style } = document.documentElement;
    style.colorScheme = colorScheme;
    onTestFinished(() => {
      style.colorScheme = '';
    });
  }
  if (css) {
    const sheet = document.head.appendChild(document.createElement('style'));
    sheet.textContent = css;
    onTestFinished(() => sheet.remove());
  }
}

/** A point of `element`, as the DevTools protocol counts it: from the corner of the window, not of the test's frame. */
export function pointOf(element: Element): { x: number; y: number } {
  const frame = window.frameElement?.getBoundingClientRect();
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2 + (frame?.x ?? 0), y: y + height / 2 + (frame?.y ?? 0) };
}
