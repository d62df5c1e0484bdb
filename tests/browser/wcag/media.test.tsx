import { cleanup, screen, waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { contrast } from '../../support/contrast.ts';
import { getButton, getDialog, getDialogButtons } from '../../support/dialogQueries.ts';
import { emulate } from '../../support/emulate.ts';
import { getErrorBox, showUiState } from '../../support/showUiState.tsx';

test('1.4.1 Use of Color: errors differ in their text and in the shape of their icon', async () => {
  const errors = [];
  for (const state of ['timeout', 'forbidden'] as const) {
    await showUiState(state);
    const { content, clipPath } = getComputedStyle(getErrorBox(), '::before');
    expect(content).toContain('!');
    errors.push({ text: getErrorBox().textContent, shape: clipPath });
    cleanup();
  }
  expect(errors[0]?.text).not.toBe(errors[1]?.text);
  expect(errors[0]?.shape).not.toBe(errors[1]?.shape);
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
    await showUiState('timeout');
    expect(hasBorder(getDialog(), 'outline')).toBe(true);
    expect([getErrorBox(), ...getDialogButtons()].filter((element) => !hasBorder(element))).toEqual([]);
  });

  test.each([
    ['idle', 'Cancel payment'],
    ['canceled', 'Payment canceled'],
  ] as const)('the button has a border, %s', async (state, name) => {
    await emulate(forced);
    await showUiState(state);
    expect(hasBorder(getButton(name))).toBe(true);
  });

  test('the focus ring is visible', async () => {
    await emulate(forced);
    await showUiState('open');
    for (const element of getDialogButtons()) {
      await userEvent.tab();
      const focused = document.activeElement ?? element;
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect(outlineStyle).toBe('solid');
      expect(parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
      expect(contrast(outlineColor, focused.parentElement)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(['timeout', 'forbidden'] as const)('the icon of an error is visible: %s', async (state) => {
    await emulate(forced);
    await showUiState(state);
    const icon = getComputedStyle(getErrorBox(), '::before');
    expect(contrast(icon.backgroundColor, getErrorBox())).toBeGreaterThanOrEqual(3);
    expect(contrast(icon.color, getErrorBox(), [icon.backgroundColor])).toBeGreaterThanOrEqual(3);
  });

  test('disabled buttons look different', async () => {
    await emulate(forced);
    await showUiState('open');
    const usable = getDialogButtons().map((element) => getComputedStyle(element).color);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const unusable = getDialogButtons().map((element) => getComputedStyle(element).color);
    expect(unusable).not.toContain(usable[0]);
    expect(unusable).not.toContain(usable[1]);
  });

  test('a canceled payment does not look like a disabled button', async () => {
    await emulate(forced);
    await showUiState('idle');
    const usable = getComputedStyle(getButton('Cancel payment')).color;
    cleanup();
    await showUiState('canceled');
    expect(getComputedStyle(getButton('Payment canceled')).color).toBe(usable);
  });
});

describe('2.3.3 Animation from Interactions', () => {
  /** Records the classes of all elements that move from now on. */
  function recordMotion(): Set<string> {
    const moved = new Set<string>();
    const { style } = document.documentElement;
    const duration = style.getPropertyValue('--cancel-payment-duration');
    style.removeProperty('--cancel-payment-duration'); // the default for users
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

  test('the dialog moves by default', async () => {
    const moved = recordMotion();
    await showUiState('canceled');
    expect([...moved]).toContain('cancel-payment-content');
  });

  test('with reduced motion no button has a transition, whose end a modal could take for its own', async () => {
    await emulate({ media: { 'prefers-reduced-motion': 'reduce' } });
    await showUiState('open');
    const durations = ['Cancel payment', 'Keep payment'].flatMap((name) =>
      screen
        .getAllByRole('button', { name, hidden: true })
        .map((button) => getComputedStyle(button).transitionDuration),
    );
    expect(durations).toEqual(['0s', '0s', '0s']);
  });

  test('with reduced motion only the small spinner moves, and the dialog still works', async () => {
    await emulate({ media: { 'prefers-reduced-motion': 'reduce' } });
    const moved = recordMotion();
    await showUiState('pending');
    await waitFor(() => expect([...moved]).toEqual(['cancel-payment-confirm::before']));
    const { inlineSize, blockSize } = getComputedStyle(getButton('Canceling…'), '::before');
    expect(Math.max(parseFloat(inlineSize), parseFloat(blockSize))).toBeLessThanOrEqual(24);
    cleanup();
    await showUiState('canceled');
    expect(getButton('Payment canceled')).toHaveFocus();
    expect([...moved]).toEqual(['cancel-payment-confirm::before']);
  });
});
