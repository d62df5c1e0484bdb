import { vi } from 'vitest';
import type { EnginePage } from './EnginePage.ts';

interface Point {
  x: number;
  y: number;
}

/** The center of the visible button with this label, once it has stopped moving and nothing covers it. */
export async function waitForButton(page: EnginePage, label: string): Promise<Point> {
  const locate = () =>
    page.run(
      (name) =>
        [...document.querySelectorAll('button')]
          .filter(({ textContent }) => textContent === name)
          .map((button) => {
            const { left, top, width, height } = button.getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            return { x, y, isReached: button.contains(document.elementFromPoint(x, y)) };
          })
          .find(({ isReached }) => isReached),
      label,
    );
  let before: Point | null | undefined;
  return vi.waitUntil(
    async () => {
      const now = await locate();
      const isStill = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return isStill ? now : undefined;
    },
    { timeout: 10_000, interval: 100 },
  );
}

/** Clicks the button with this label, as soon as a user can. */
export async function clickButton(page: EnginePage, label: string): Promise<void> {
  const { x, y } = await waitForButton(page, label);
  await page.clickAt(x, y);
}

/** The title of the open dialog, or an empty string. */
export const getTitle = (page: EnginePage): Promise<string> =>
  page.run(() => document.querySelector('[role="alertdialog"] h2')?.textContent ?? '');

/** The text of the focused element, or `<body>`. */
export const getFocused = (page: EnginePage): Promise<string> =>
  page.run(() => {
    const { activeElement, body } = document;
    return !activeElement || activeElement === body ? '<body>' : (activeElement.textContent ?? '');
  });
