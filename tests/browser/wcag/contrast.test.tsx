import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { finishAnimations } from '../../support/animations.ts';
import { contrast } from '../../support/contrast.ts';
import { getAccessibleButtons, getButton } from '../../support/dialogQueries.ts';
import { emulate } from '../../support/emulate.ts';
import { centerOf, dispatchMouse } from '../../support/gestures.ts';
import { textBoxes } from '../../support/findBarriers.ts';
import { getErrorBox, showUiState, type UiState, uiStates } from '../../support/showUiState.tsx';

/** Texts with too little contrast, and their contrast ratios. */
function findLowContrastTexts(root: Element): string[] {
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
  test.each(uiStates)('1.4.3 Contrast (Minimum): every text, %s', async (state) => {
    await emulate({ colorScheme });
    await showUiState(state);
    expect(
      findLowContrastTexts(getAccessibleButtons()[0]?.closest('[role="alertdialog"], main') ?? document.body),
    ).toEqual([]);
  });

  test.each<[UiState, string]>([
    ['idle', 'Cancel payment'],
    ['open', 'Keep payment'],
    ['open', 'Cancel payment'],
    ['pending', 'Canceling…'],
    ['timeout', 'Try again'],
    ['forbidden', 'Close'],
    ['canceled', 'Payment canceled'],
  ])('1.4.3 Contrast (Minimum): a hovered and a pressed button, %s: %s', async (state, name) => {
    await emulate({ colorScheme });
    await showUiState(state);
    const element = getButton(name);
    const away = { x: 0, y: 0 };
    onTestFinished(async () => {
      await dispatchMouse('move', away);
      await dispatchMouse('up', away);
    });
    await dispatchMouse('move', centerOf(element));
    finishAnimations();
    expect(element.matches(':hover')).toBe(true);
    expect(findLowContrastTexts(element)).toEqual([]);
    await dispatchMouse('down', centerOf(element));
    finishAnimations();
    expect(element.matches(':active')).toBe(true);
    expect(findLowContrastTexts(element)).toEqual([]);
  });

  test.each(uiStates.filter((state) => state !== 'disabled'))(
    '1.4.11 Non-text Contrast, 2.4.13 Focus Appearance: the focus ring against its background, %s',
    async (state) => {
      await emulate({ colorScheme });
      await showUiState(state);
      await userEvent.keyboard('{Shift}'); // makes later calls of focus() show the focus ring
      for (const element of getAccessibleButtons()) {
        element.focus();
        const { outlineColor, outlineOffset } = getComputedStyle(element);
        expect(element.matches(':focus-visible')).toBe(true);
        expect(contrast(outlineColor, element.parentElement)).toBeGreaterThanOrEqual(3);
        expect(parseFloat(outlineOffset)).toBeGreaterThanOrEqual(1); // a gap, so it does not touch the button
      }
    },
  );

  test.each(['timeout', 'missing-linked-identity', 'forbidden'] as const)(
    '1.4.11 Non-text Contrast: the icon of an error, %s',
    async (state) => {
      await emulate({ colorScheme });
      await showUiState(state);
      const icon = getComputedStyle(getErrorBox(), '::before');
      expect(contrast(icon.backgroundColor, getErrorBox())).toBeGreaterThanOrEqual(3);
      expect(contrast(icon.color, getErrorBox(), [icon.backgroundColor])).toBeGreaterThanOrEqual(3);
    },
  );

  test.each([
    ['idle', 'Cancel payment'],
    ['pending', 'Canceling…'],
    ['canceled', 'Payment canceled'],
  ] as const)('1.4.11 Non-text Contrast: the icon on the button, %s', async (state, name) => {
    await emulate({ colorScheme });
    await showUiState(state);
    if (state === 'idle') getButton(name).ariaBusy = 'true'; // as while the dialog is loading
    const { content, borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(getButton(name), '::before');
    expect(content).toBe('""');
    expect(parseFloat(borderBlockEndWidth)).toBeGreaterThanOrEqual(1);
    expect(contrast(borderBlockEndColor, getButton(name))).toBeGreaterThanOrEqual(3);
  });
});
