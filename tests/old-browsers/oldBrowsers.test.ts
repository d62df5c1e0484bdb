import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Inspection } from './inspect.ts';
import type { OldBrowser } from './OldBrowser.ts';
import { startChromium } from './startChromium.ts';
import { startWebKit } from './startWebKit.ts';

/** Where to look at what was tested. */
const screenshots = resolve('.vitest-attachments/old-browsers');
const confirm = '.cancel-payment-confirm';

/** With cascade layers, and without what the whole look needs, except for Chromium 112. */
const browsers: [string, () => Promise<OldBrowser>][] = [
  ['Chromium 103', () => startChromium('chromium-103')],
  ['Chromium 106', () => startChromium('chromium-106')],
  ['Chromium 112', () => startChromium('chromium-112')],
  ['WPE WebKit 2.38 (Safari 16.0)', startWebKit],
];

describe.each(browsers)('%s', (name, start) => {
  let browser: OldBrowser;

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    browser = await start();
  });

  afterAll(() => browser?.close());

  async function keepScreenshot(state: string): Promise<void> {
    const file = `${name} ${state}`.replaceAll(/\W+/g, '-').toLowerCase();
    writeFileSync(join(screenshots, `${file}.png`), await browser.screenshot());
  }

  /** Waits until the dialog has appeared, and presses reach its buttons. */
  async function inspectWhen(condition: (inspection: Inspection) => boolean): Promise<Inspection> {
    let last: Inspection | undefined;
    await expect
      .poll(
        async () => {
          last = await browser.inspect();
          return last && condition(last);
        },
        { timeout: 5000 },
      )
      .toBe(true);
    if (!last) throw new Error('The dialog is gone.');
    return last;
  }

  const canBePressed = ({ buttons }: Inspection) =>
    buttons.length > 0 && buttons.every(({ isReachable }) => isReachable);

  describe.each(['shipped', 'minified'] as const)('with the stylesheet as %s', (stylesheet) => {
    const url = (search = '') => `${inject('stylesheets')[stylesheet]}${search}`;

    test.each([
      [390, 700],
      [800, 600],
    ])('the dialog is complete and readable, at %i × %i', async (width, height) => {
      await browser.resize(width, height);
      await browser.open(url());
      const { buttons, isCovered, isInWindow, isStyled } = await inspectWhen(canBePressed);
      await keepScreenshot(`${stylesheet} ${width}`);
      expect({ isCovered, isInWindow, isStyled }).toEqual({ isCovered: true, isInWindow: true, isStyled: true });
      expect(buttons.map((button) => button.name)).toEqual(['Keep payment', 'Cancel payment']);
      for (const button of buttons) {
        expect(button.contrast).toBeGreaterThanOrEqual(4.5);
        expect(button.height).toBeGreaterThanOrEqual(44);
      }
    });

    test('the focus ring is visible', async () => {
      await browser.open(url());
      await inspectWhen(canBePressed);
      await browser.tab();
      const { ring } = await inspectWhen(canBePressed);
      expect(ring.width).toBeGreaterThanOrEqual(2);
      expect(ring.contrast).toBeGreaterThanOrEqual(3);
    });

    test('a pressed button stays readable, and an error has a sign', async () => {
      await browser.open(url());
      await inspectWhen(canBePressed);
      await browser.press(confirm);
      const pressed = await inspectWhen(({ isAtRest }) => isAtRest);
      await keepScreenshot(`${stylesheet} pressed`);
      for (const button of pressed.buttons) expect(button.contrast).toBeGreaterThanOrEqual(4.5);
      await browser.release();

      const { sign, buttons } = await inspectWhen(({ status }) => status === 'error');
      await keepScreenshot(`${stylesheet} error`);
      expect(buttons.map((button) => [button.name, button.isReachable])).toEqual([['Close', true]]);
      expect(sign?.width).toBeGreaterThanOrEqual(16);
      expect(sign?.contrast).toBeGreaterThanOrEqual(3);
    });

    test('a canceled payment can be read, and its dialog closed', async () => {
      await browser.open(url('?open'));
      await inspectWhen(canBePressed);
      await browser.press(confirm);
      await browser.release();
      const { buttons } = await inspectWhen(({ status }) => status === 'canceled');
      await keepScreenshot(`${stylesheet} canceled`);
      expect(buttons.map((button) => button.name)).toEqual(['Close']);
    });

    test.skipIf(name.startsWith('WPE'))('a dialog that is higher than the window scrolls', async () => {
      await browser.resize(320, 200);
      await browser.open(url());
      const { scrollRange } = await inspectWhen(({ isInWindow }) => isInWindow); // after it has slid in
      expect(scrollRange).toBeGreaterThan(0);
    });
  });
});
