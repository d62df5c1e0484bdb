import { onTestFinished } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { requires } from './requires.ts';

/** The user's device and preferences. */
export interface Device {
  width?: number;
  height?: number;
  touch?: boolean;
  /** Media features, such as `{ 'forced-colors': 'active' }`. */
  media?: Record<string, string>;
  /** The color scheme of the page. */
  colorScheme?: 'light' | 'dark';
  /** A stylesheet added by the user, or by a browser extension. */
  css?: string;
}

/** Emulates a device for the rest of the test. */
export async function emulate({ width, height, touch, media, colorScheme, css }: Device): Promise<void> {
  if (width && height) {
    await page.viewport(width, height);
    onTestFinished(() => page.viewport(800, 600));
  }
  if (touch) {
    requires('emulatedMedia');
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
    onTestFinished(async () => void (await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })));
  }
  if (media) {
    requires('emulatedMedia');
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
