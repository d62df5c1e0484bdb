import { act } from '@testing-library/react';
import { vi } from 'vitest';
import { commands, userEvent } from 'vitest/browser';
import { treeOf } from '../../src/dialog/treeOf.ts';
import { waitForAnimations } from './animations.ts';
import { findDialog, findDialogButton, getTrigger } from './dialogQueries.ts';
import type { MouseAction } from './pointerCommands.ts';
import { isSupported, requires } from './requires.ts';

interface Point {
  x: number;
  y: number;
}

/** The center of an element, in the coordinates of the document. */
export function centerOf(element: Element): Point {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Input is sent to the window, whose corner is not that of the iframe that the test runs in. */
function toWindow({ x, y }: Point): Point {
  const frame = window.frameElement?.getBoundingClientRect();
  return { x: x + (frame?.x ?? 0), y: y + (frame?.y ?? 0) };
}

/** Moves there, and presses or releases the left mouse button, or both. */
export async function dispatchMouse(action: MouseAction, point: Point): Promise<void> {
  const { x, y } = toWindow(point);
  await commands.mouseAt(action, x, y);
}

/** Clicks whatever is at the point. */
export async function clickAt(point: Point): Promise<void> {
  await dispatchMouse('click', point);
}

/** Scrolls vertically with the mouse wheel, and waits until the page is painted. */
export async function scrollOver(element: Element, deltaY: number): Promise<void> {
  const { x, y } = toWindow(centerOf(element));
  await commands.wheelAt(x, y, deltaY);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Moves focus with Tab to the element, and presses Enter. */
async function press(element: Element): Promise<void> {
  for (let tabs = 0; document.activeElement !== element; tabs++) {
    if (tabs > 20) throw new Error('The element cannot be reached with the Tab key.');
    await userEvent.tab();
  }
  await userEvent.keyboard('{Enter}');
}

/** With `force` where Playwright would wait for an `aria-disabled` button to become enabled. */
export const click = (element: Element): Promise<void> =>
  userEvent.click(element, { force: element.getAttribute('aria-disabled') === 'true' });

/** Touches whatever is at the point, or clicks it in an engine that cannot be touched. */
export async function touch(point: Point): Promise<void> {
  if (!isSupported('touch')) return clickAt(point);
  const { x, y } = toWindow(point);
  await commands.touchAt(x, y);
}

async function tap(element: Element): Promise<void> {
  requires('touch');
  await waitForAnimations();
  const center = centerOf(element);
  const getReached = () => treeOf(element)?.elementFromPoint(center.x, center.y) ?? null;
  await vi.waitUntil(() => element.contains(getReached()), { interval: 20 });
  await touch(center);
}

/** The ways in which a user activates a button. */
export const inputMethods = [
  ['keyboard', press],
  ['pointer', click],
  ['touch', tap],
] as const;

/**
 * The ways in which a user interacts with something outside the dialog, that is, with its overlay. They wait for the
 * animations: right after it opens, the dialog ignores a tap, which may be the second one of a double tap.
 */
export const outsideInputMethods = [
  [
    'pointer',
    async () => {
      await waitForAnimations();
      await clickAt({ x: 5, y: 5 });
    },
  ],
  [
    'touch',
    async () => {
      requires('touch');
      await waitForAnimations();
      await touch({ x: 5, y: 5 });
    },
  ],
] as const;

/** Focuses and clicks the element synchronously. */
export async function activateDirectly(element: HTMLElement): Promise<void> {
  act(() => {
    element.focus();
    element.click();
  });
}

/** Opens the dialog and confirms. Resolves to the button, which is pending then. */
export async function startCanceling(triggerName?: string, activate = activateDirectly): Promise<HTMLElement> {
  await activate(getTrigger(triggerName));
  await findDialog();
  await activate(await findDialogButton('Cancel payment'));
  return findDialogButton('Canceling…');
}
