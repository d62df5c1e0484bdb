import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { de, en } from '../../../src/locales.ts';
import { emulate } from '../../support/emulate.ts';
import { barriers, textBoxes } from '../../support/reach.ts';
import { dialogButtons, offeredButtons, openDialog, requestId, showStage, stages } from '../../support/showStage.tsx';

/** Of the errors that leave two buttons, the one with the most words. */
const longest = (['timeout', 'network-error', 'server-error', 'upstream-error', 'unexpected-response'] as const).reduce(
  (a, b) => (de.errors[b].length > de.errors[a].length ? b : a),
);

describe.each([
  ['English', en],
  ['German', de],
])('in %s', (_, messages) => {
  test.each(['open', longest, 'forbidden'] as const)(
    '1.4.10 Reflow: all is reached at 320 × 256, as 1280 × 1024 zoomed to 400 percent: %s',
    async (stage) => {
      await emulate({ width: 320, height: 256 });
      await showStage(stage, messages);
      expect(openDialog().textContent.includes(requestId)).toBe(stage !== 'open');
      expect(await barriers()).toEqual([]);
    },
  );

  test.each(['open', longest] as const)(
    '1.3.4 Orientation: all is reached on a phone on its side: %s',
    async (stage) => {
      await emulate({ width: 640, height: 320, touch: true });
      await showStage(stage, messages);
      expect(await barriers()).toEqual([]);
    },
  );

  test.each([
    [800, 600],
    [360, 640],
  ])('1.4.4 Resize Text: all is reached with text twice as large at %i × %i', async (width, height) => {
    await emulate({ width, height });
    await showStage(longest, messages);
    const sizes = () => textBoxes(openDialog()).map(({ element }) => parseFloat(getComputedStyle(element).fontSize));
    const before = sizes();
    await emulate({ css: ':root { font-size: 200% }' });
    expect(sizes()).toEqual(before.map((size) => size * 2));
    expect(await barriers()).toEqual([]);
  });

  test.each([
    [800, 600, 'open'],
    [800, 600, longest],
    [320, 640, longest],
    [320, 256, longest],
  ] as const)(
    '1.4.12 Text Spacing: nothing is cut or covered with more space at %i × %i: %s',
    async (width, height, stage) => {
      await emulate({ width, height });
      await showStage(stage, messages);
      const widths = () => textBoxes(openDialog()).map(({ box }) => box.width);
      const [titleBefore = 0] = widths();
      await emulate({
        css: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
              p { margin-block-end: 2em !important }`,
      });
      expect(widths()[0]).toBeGreaterThan(titleBefore);
      expect(await barriers()).toEqual([]);
    },
  );
});

test.each(stages)(
  '2.5.8 Target Size (Minimum): each button is 44 px high and wide on a narrow touch screen: %s',
  async (stage) => {
    await emulate({ width: 320, height: 568, touch: true });
    expect(matchMedia('(pointer: coarse)').matches).toBe(true);
    await showStage(stage, de);
    for (const button of offeredButtons()) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  },
);

test.each(['open', 'pending', 'timeout', 'forbidden'] as const)(
  '2.4.11 Focus Not Obscured (Minimum): nothing lies on the button that has focus: %s',
  async (stage) => {
    await emulate({ width: 320, height: 256 });
    await showStage(stage);
    for (const _ of dialogButtons()) {
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
  '1.3.2 Meaningful Sequence, 2.4.3 Focus Order: what comes first on the screen comes first for all, %i px wide',
  async (width) => {
    await emulate({ width, height: 600 });
    await showStage('timeout');
    const boxes = textBoxes(openDialog()).map(({ box }) => box);
    for (const [index, box] of boxes.slice(1).entries()) {
      const before = boxes[index] ?? box;
      expect(box.top >= before.bottom - 1 || box.left >= before.right).toBe(true);
    }
  },
);
