import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { contrast } from '../../support/contrast.ts';
import { emulate, pointOf } from '../../support/emulate.ts';
import { textBoxes } from '../../support/reach.ts';
import {
  button,
  errorBox,
  finishAnimations,
  offeredButtons,
  showStage,
  stages,
  type Stage,
} from '../../support/showStage.tsx';

/** Texts that are not seen well enough, and how well they are. */
function faintTexts(root: Element): string[] {
  return textBoxes(root)
    .map(({ text, element }) => ({ text, ratio: contrast(getComputedStyle(element).color, element) }))
    .filter(({ ratio }) => ratio < 4.5)
    .map(({ text, ratio }) => `${text}: ${ratio.toFixed(2)}`);
}

test('contrast is measured as WCAG defines it', () => {
  const element = document.body.appendChild(document.createElement('p'));
  onTestFinished(() => element.remove());
  element.style.background = 'white';
  expect(contrast('black', element)).toBe(21);
  expect(contrast('#767676', element)).toBeCloseTo(4.54, 2);
  expect(contrast('#777', element)).toBeCloseTo(4.48, 2);
  expect(contrast('color-mix(in srgb, black, transparent 46.3%)', element)).toBeCloseTo(4.54, 1);
  element.style.opacity = '0.537';
  expect(contrast('black', element)).toBeCloseTo(4.54, 1);
});

describe.each(['light', 'dark'] as const)('in %s mode', (colorScheme) => {
  test.each(stages)('1.4.3 Contrast (Minimum): every text, %s', async (stage) => {
    await emulate({ colorScheme });
    await showStage(stage);
    expect(faintTexts(offeredButtons()[0]?.closest('[role="alertdialog"], main') ?? document.body)).toEqual([]);
  });

  test.each<[Stage, string]>([
    ['idle', 'Cancel payment'],
    ['open', 'Keep payment'],
    ['open', 'Cancel payment'],
    ['pending', 'Canceling…'],
    ['timeout', 'Try again'],
    ['forbidden', 'Close'],
    ['canceled', 'Payment canceled'],
  ])('1.4.3 Contrast (Minimum): under the pointer, and pressed, %s: %s', async (stage, name) => {
    await emulate({ colorScheme });
    await showStage(stage);
    const element = button(name);
    const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: { x: number; y: number }) =>
      cdp().send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    const away = { x: 0, y: 0 };
    onTestFinished(async () => {
      await mouse('mouseMoved', away);
      await mouse('mouseReleased', away);
    });
    await mouse('mouseMoved', pointOf(element));
    finishAnimations();
    expect(element.matches(':hover')).toBe(true);
    expect(faintTexts(element)).toEqual([]);
    await mouse('mousePressed', pointOf(element));
    finishAnimations();
    expect(element.matches(':active')).toBe(true);
    expect(faintTexts(element)).toEqual([]);
  });

  test.each(stages.filter((stage) => stage !== 'disabled'))(
    '1.4.11 Non-text Contrast, 2.4.13 Focus Appearance: the focus ring against all that it touches, %s',
    async (stage) => {
      await emulate({ colorScheme });
      await showStage(stage);
      await userEvent.keyboard('{Shift}'); // whoever uses the keyboard sees focus, however it comes
      for (const element of offeredButtons()) {
        element.focus();
        const { outlineColor, outlineOffset } = getComputedStyle(element);
        expect(element.matches(':focus-visible')).toBe(true);
        expect(contrast(outlineColor, element.parentElement)).toBeGreaterThanOrEqual(3);
        expect(parseFloat(outlineOffset)).toBeGreaterThanOrEqual(1); // a gap, so it does not touch the button
      }
    },
  );

  test.each(['timeout', 'missing-linked-identity', 'forbidden'] as const)(
    '1.4.11 Non-text Contrast: the sign of an error, %s',
    async (stage) => {
      await emulate({ colorScheme });
      await showStage(stage);
      const sign = getComputedStyle(errorBox(), '::before');
      expect(contrast(sign.backgroundColor, errorBox())).toBeGreaterThanOrEqual(3);
      expect(contrast(sign.color, errorBox(), [sign.backgroundColor])).toBeGreaterThanOrEqual(3);
    },
  );

  test.each([
    ['idle', 'Cancel payment'],
    ['pending', 'Canceling…'],
    ['canceled', 'Payment canceled'],
  ] as const)('1.4.11 Non-text Contrast: the sign on the button, %s', async (stage, name) => {
    await emulate({ colorScheme });
    await showStage(stage);
    if (stage === 'idle') button(name).ariaBusy = 'true'; // as while the dialog is loading
    const { content, borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(button(name), '::before');
    expect(content).toBe('""');
    expect(parseFloat(borderBlockEndWidth)).toBeGreaterThanOrEqual(1);
    expect(contrast(borderBlockEndColor, button(name))).toBeGreaterThanOrEqual(3);
  });
});
