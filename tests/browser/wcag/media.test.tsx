import { cleanup, waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { contrast } from '../../support/contrast.ts';
import { emulate } from '../../support/emulate.ts';
import { button, dialogButtons, errorBox, openDialog, showStage } from '../../support/showStage.tsx';

test('1.4.1 Use of Color: errors differ by their words, and by the shape of their sign', async () => {
  const seen = [];
  for (const stage of ['timeout', 'forbidden'] as const) {
    await showStage(stage);
    const { content, clipPath } = getComputedStyle(errorBox(), '::before');
    expect(content).toContain('!');
    seen.push({ words: errorBox().textContent, shape: clipPath });
    cleanup();
  }
  expect(seen[0]?.words).not.toBe(seen[1]?.words);
  expect(seen[0]?.shape).not.toBe(seen[1]?.shape);
});

describe.each(['light', 'dark'] as const)('1.4.11 Non-text Contrast: with forced colors, %s', (colorScheme) => {
  const forced = { media: { 'forced-colors': 'active', 'prefers-color-scheme': colorScheme }, colorScheme };

  function hasBorder(element: Element, edge: 'borderBlockEnd' | 'outline' = 'borderBlockEnd'): boolean {
    const style = getComputedStyle(element);
    return (
      style[`${edge}Style`] === 'solid' &&
      parseFloat(style[`${edge}Width`]) >= 1 &&
      contrast(style[`${edge}Color`], element.parentElement) >= 3
    );
  }

  test('the dialog and its buttons have borders', async () => {
    await emulate(forced);
    await showStage('timeout');
    expect(hasBorder(openDialog(), 'outline')).toBe(true);
    expect([errorBox(), ...dialogButtons()].filter((element) => !hasBorder(element))).toEqual([]);
  });

  test.each([
    ['idle', 'Cancel payment'],
    ['canceled', 'Payment canceled'],
  ] as const)('the button has a border, %s', async (stage, name) => {
    await emulate(forced);
    await showStage(stage);
    expect(hasBorder(button(name))).toBe(true);
  });

  test('the focus ring is seen', async () => {
    await emulate(forced);
    await showStage('open');
    for (const element of dialogButtons()) {
      await userEvent.tab();
      const focused = document.activeElement ?? element;
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect(outlineStyle).toBe('solid');
      expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      expect(contrast(outlineColor, focused.parentElement)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(['timeout', 'forbidden'] as const)('the sign of an error is seen: %s', async (stage) => {
    await emulate(forced);
    await showStage(stage);
    const sign = getComputedStyle(errorBox(), '::before');
    expect(contrast(sign.backgroundColor, errorBox())).toBeGreaterThanOrEqual(3);
    expect(contrast(sign.color, errorBox(), [sign.backgroundColor])).toBeGreaterThanOrEqual(3);
  });

  test('buttons that cannot be used look otherwise', async () => {
    await emulate(forced);
    await showStage('open');
    const usable = dialogButtons().map((element) => getComputedStyle(element).color);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const unusable = dialogButtons().map((element) => getComputedStyle(element).color);
    expect(unusable).not.toContain(usable[0]);
    expect(unusable).not.toContain(usable[1]);
  });

  test('success does not look like a button that cannot be used', async () => {
    await emulate(forced);
    await showStage('idle');
    const usable = getComputedStyle(button('Cancel payment')).color;
    cleanup();
    await showStage('canceled');
    expect(getComputedStyle(button('Payment canceled')).color).toBe(usable);
  });
});

describe('2.3.3 Animation from Interactions', () => {
  /** What moved since the call, as `class: transforms`. */
  function recordMotion(): Set<string> {
    const moved = new Set<string>();
    const { style } = document.documentElement;
    const duration = style.getPropertyValue('--cancel-payment-duration');
    style.removeProperty('--cancel-payment-duration'); // as it is for users
    const record = () => {
      for (const { effect } of document.getAnimations()) {
        if (!(effect instanceof KeyframeEffect)) continue;
        const transforms = effect.getKeyframes().map(({ transform }) => transform);
        const name = `${effect.target?.className}${effect.pseudoElement ?? ''}`;
        if (transforms.some((transform) => transform && transform !== 'none')) moved.add(name);
      }
    };
    const events = ['animationstart', 'transitionrun'];
    for (const event of events) document.addEventListener(event, record);
    onTestFinished(() => {
      style.setProperty('--cancel-payment-duration', duration);
      for (const event of events) document.removeEventListener(event, record);
    });
    return moved;
  }

  test('the dialog moves', async () => {
    const moved = recordMotion();
    await showStage('canceled');
    expect([...moved]).toContain('cancel-payment-content');
  });

  test('who prefers reduced motion sees nothing move but the small spinner, and the dialog still works', async () => {
    await emulate({ media: { 'prefers-reduced-motion': 'reduce' } });
    const moved = recordMotion();
    await showStage('pending');
    await waitFor(() => expect([...moved]).toEqual(['cancel-payment-confirm::before']));
    const { inlineSize, blockSize } = getComputedStyle(button('Canceling…'), '::before');
    expect(Math.max(parseFloat(inlineSize), parseFloat(blockSize))).toBeLessThanOrEqual(24);
    cleanup();
    await showStage('canceled');
    expect(button('Payment canceled')).toHaveFocus();
    expect([...moved]).toEqual(['cancel-payment-confirm::before']);
  });
});
