import { configure } from '@testing-library/react';
import { beforeAll, beforeEach, vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { centerOf, clickAt } from '../support/gestures.ts';

// Both engines run at the same time, and their drivers are slow.
configure({ asyncUtilTimeout: 5000 });

// Keys go to the iframe of an earlier file until something in this one is clicked.
beforeAll(async () => {
  await commands.findFrameByPosition();
  await clickAt({ x: 1, y: 1 });
});
beforeEach(() => window.focus());

/** As Playwright does: waits until the element has stopped moving and nothing covers it. */
async function waitUntilReached(element: unknown, isForced = false): Promise<{ x: number; y: number }> {
  if (!(element instanceof Element)) throw new Error('Only elements can be clicked.');
  element.scrollIntoView({ block: 'nearest' });
  let before = { x: NaN, y: NaN };
  const isReached = () => {
    const now = centerOf(element);
    const isStill = now.x === before.x && now.y === before.y;
    before = now;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the element is on the page
    const root = element.getRootNode() as Document | ShadowRoot;
    return isStill && (isForced || element.contains(root.elementFromPoint(now.x, now.y)));
  };
  await vi.waitUntil(isReached, { interval: 20, timeout: 5000 });
  return before;
}

// WebDriver clicks immediately, and whatever is at that point. Playwright waits too long in Firefox.
userEvent.click = async (element, options = {}) => {
  const center = await waitUntilReached(element, 'force' in options && options.force);
  if (!('button' in options)) await clickAt(center);
  // A real one opens a menu of WebKitGTK, which takes all input that follows.
  else if (element instanceof Element)
    element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, button: 2 }));
};
userEvent.dblClick = async (element) => {
  const center = await waitUntilReached(element);
  await clickAt(center);
  await clickAt(center);
};

declare module 'vitest/browser' {
  interface BrowserCommands {
    findFrameByPosition(): Promise<void>;
  }
}
