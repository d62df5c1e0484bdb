import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { de, en } from '../../../src/locales.ts';
import { getAccessibleButtons, getDialog, getDialogButtons } from '../../support/dialogQueries.ts';
import { emulate } from '../../support/emulate.ts';
import { findBarriers, textBoxes } from '../../support/findBarriers.ts';
import { requires } from '../../support/requires.ts';
import { requestId, showUiState, uiStates } from '../../support/showUiState.tsx';

/** The longest of the errors that have two buttons. */
const longest = (['timeout', 'network-error', 'server-error', 'upstream-error', 'unexpected-response'] as const).reduce(
  (a, b) => (de.errors[b].length > de.errors[a].length ? b : a),
);

describe.each([
  ['English', en],
  ['German', de],
])('in %s', (_, messages) => {
  test.each(['open', longest, 'forbidden'] as const)(
    '1.4.10 Reflow: everything can be reached at 320 × 256, which is 1280 × 1024 zoomed to 400 percent: %s',
    async (state) => {
      await emulate({ width: 320, height: 256 });
      await showUiState(state, messages);
      expect(getDialog().textContent.includes(requestId)).toBe(state !== 'open');
      expect(await findBarriers()).toEqual([]);
    },
  );

  test.each(['open', longest] as const)(
    '1.3.4 Orientation: everything can be reached on a phone in landscape: %s',
    async (state) => {
      await emulate({ width: 640, height: 320, touch: true });
      await showUiState(state, messages);
      expect(await findBarriers()).toEqual([]);
    },
  );

  test.each([
    [800, 600],
    [360, 640],
  ])('1.4.4 Resize Text: everything can be reached with text twice as large at %i × %i', async (width, height) => {
    await emulate({ width, height });
    await showUiState(longest, messages);
    const sizes = () => textBoxes(getDialog()).map(({ element }) => parseFloat(getComputedStyle(element).fontSize));
    const before = sizes();
    await emulate({ css: ':root { font-size: 200% }' });
    expect(sizes()).toEqual(before.map((size) => size * 2));
    expect(await findBarriers()).toEqual([]);
  });

  test.each([
    [800, 600, 'open'],
    [800, 600, longest],
    [320, 640, longest],
    [320, 256, longest],
  ] as const)(
    '1.4.12 Text Spacing: nothing is clipped or overlaps with more spacing at %i × %i: %s',
    async (width, height, state) => {
      await emulate({ width, height });
      await showUiState(state, messages);
      // The title may wrap, and then gets higher instead of wider.
      const areas = () => textBoxes(getDialog()).map(({ box }) => box.width * box.height);
      const [titleBefore = 0] = areas();
      await emulate({
        css: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
              p { margin-block-end: 2em !important }`,
      });
      expect(areas()[0]).toBeGreaterThan(titleBefore);
      expect(await findBarriers()).toEqual([]);
    },
  );
});

test.each(uiStates)(
  '2.5.8 Target Size (Minimum): each button is at least 44 px high and wide on a narrow touchscreen: %s',
  async (state) => {
    await emulate({ width: 320, height: 568, touch: true });
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    await showUiState(state, de);
    for (const button of getAccessibleButtons()) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  },
);

test.each(['open', 'pending', 'timeout', 'forbidden'] as const)(
  '2.4.11 Focus Not Obscured (Minimum): nothing covers the focused button: %s',
  async (state) => {
    await emulate({ width: 320, height: 256 });
    await showUiState(state);
    for (const _ of getDialogButtons()) {
      await userEvent.tab();
      const focused = document.activeElement;
      const { left, top, right, bottom } = focused?.getBoundingClientRect() ?? new DOMRect();
      const points = [
        [left + 12, top + 4],
        [right - 12, top + 4],
        [(left + right) / 2, (top + bottom) / 2],
        [left + 12, bottom - 4],
        [right - 12, bottom - 4],
      ] as const;
      expect(points.map(([x, y]) => document.elementFromPoint(x, y))).toEqual(points.map(() => focused));
    }
  },
);

test.each([320, 800])(
  '1.3.2 Meaningful Sequence, 2.4.3 Focus Order: the visual order is the order of the document, %i px wide',
  async (width) => {
    await emulate({ width, height: 600 });
    await showUiState('timeout');
    const boxes = textBoxes(getDialog()).map(({ box }) => box);
    for (const [index, box] of boxes.slice(1).entries()) {
      const before = boxes[index] ?? box;
      // WebKit places boxes at multiples of 1/64 px, but does not round their widths.
      expect(box.top >= before.bottom - 1 || box.left >= before.right - 1 / 64).toBe(true);
    }
  },
);

/** The edges of the screen that are under a camera, rounded corners or the home indicator, in px. */
async function emulateSafeArea(insets: { top?: number; right?: number; bottom?: number; left?: number }) {
  await cdp().send('Emulation.setSafeAreaInsetsOverride', { insets });
  onTestFinished(async () => void (await cdp().send('Emulation.setSafeAreaInsetsOverride', { insets: {} })));
}

test.each([
  ['in landscape', 800, 320, { left: 60, right: 60, bottom: 21 }],
  ['in portrait', 390, 700, { top: 60, bottom: 34 }],
  ['small and zoomed', 320, 256, { top: 40, right: 30, bottom: 30, left: 30 }],
  ['on a tablet', 800, 600, { top: 30, right: 150, bottom: 30, left: 150 }],
] as const)('texts and buttons are inside of the safe area: %s', async (_, width, height, insets) => {
  await emulate({ width, height });
  requires('devTools');
  await emulateSafeArea(insets);
  await showUiState('timeout', de);
  const { top, right, bottom, left } = { top: 0, right: 0, left: 0, ...insets };
  const boxes = [
    ...textBoxes(getDialog()).map(({ box }) => box),
    ...getDialogButtons().map((b) => b.getBoundingClientRect()),
  ];
  for (const box of boxes) {
    expect(box.left).toBeGreaterThanOrEqual(left);
    expect(box.right).toBeLessThanOrEqual(width - right);
  }
  const dialog = getDialog();
  expect(dialog.getBoundingClientRect().top).toBeGreaterThanOrEqual(top);
  dialog.scrollTop = dialog.scrollHeight;
  const [lowest = 0] = getDialogButtons()
    .map((button) => button.getBoundingClientRect().bottom)
    .toSorted((a, b) => b - a);
  expect(lowest).toBeLessThanOrEqual(height - bottom);
});
