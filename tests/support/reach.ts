import { cdp, userEvent } from 'vitest/browser';
import { pointOf } from './emulate.ts';
import { dialogButtons, openDialog } from './showStage.tsx';

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const isWithin = (inner: Box, outer: Box, slack = 1) =>
  inner.left >= outer.left - slack &&
  inner.top >= outer.top - slack &&
  inner.right <= outer.right + slack &&
  inner.bottom <= outer.bottom + slack;

const overlaps = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** Where the dialog shows what it holds: inside its border and scrollbar, and on the screen. */
function scrollport(): Box {
  const dialog = openDialog();
  const rect = dialog.getBoundingClientRect();
  const left = rect.left + dialog.clientLeft;
  const top = rect.top + dialog.clientTop;
  return {
    left: Math.max(0, left),
    top: Math.max(0, top),
    right: Math.min(document.documentElement.clientWidth, left + dialog.clientWidth),
    bottom: Math.min(window.innerHeight, top + dialog.clientHeight),
  };
}

/** With its focus ring. */
function ringBox(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { outlineWidth, outlineOffset } = getComputedStyle(element);
  const ring = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  return { left: left - ring, top: top - ring, right: right + ring, bottom: bottom + ring };
}

interface TextBox {
  text: string;
  box: DOMRect;
  range: Range;
  element: Element;
}

/** Each piece of text that `root` shows. */
export function textBoxes(root: Element): TextBox[] {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: TextBox[] = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (!parentElement || !textContent?.trim() || parentElement.closest('[aria-live]')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    found.push({ text: textContent, box: range.getBoundingClientRect(), range, element: parentElement });
  }
  return found;
}

/** With the wheel of a mouse, over the dialog. */
async function scroll(deltaY: number): Promise<void> {
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...pointOf(openDialog()), deltaX: 0, deltaY });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Text that leaves its title, paragraph or button, or that other text lies on. */
function damagedTexts(): string[] {
  const all = textBoxes(openDialog());
  return all
    .filter(
      ({ box, element }) =>
        !isWithin(box, (element.closest('h2, p, button') ?? openDialog()).getBoundingClientRect()) ||
        all.some((other) => other.box !== box && overlaps(other.box, box)),
    )
    .map(({ text }) => `“${text}” is cut or covered`);
}

/** Buttons that the Tab key does not bring into sight with all of their focus ring. */
async function missedByKeyboard(): Promise<string[]> {
  const missed = new Set<Element | null>(dialogButtons());
  for (const _ of dialogButtons()) {
    await userEvent.tab();
    const focused = document.activeElement;
    if (focused && isWithin(ringBox(focused), scrollport())) missed.delete(focused);
  }
  return [...missed].map((element) => `Tab does not show ${element?.textContent}`);
}

/** What is never in sight, whole, while the dialog is scrolled from its top to its end: a button, or a line of text. */
async function missedByScrolling(): Promise<string[]> {
  const pieces = [
    ...dialogButtons().map((element) => ({ name: element.textContent, box: () => element.getBoundingClientRect() })),
    ...textBoxes(openDialog()).flatMap(({ text, range }) =>
      [...range.getClientRects()].map((_, line) => ({
        name: `line ${line + 1} of ${text}`,
        box: () => range.getClientRects()[line] ?? new DOMRect(),
      })),
    ),
  ];
  const missed = new Set(pieces);
  await scroll(-5000);
  const { scrollHeight } = openDialog();
  for (let scrolled = 0; scrolled <= scrollHeight; scrolled += 100) {
    for (const piece of missed) if (isWithin(piece.box(), scrollport())) missed.delete(piece);
    await scroll(100);
  }
  return [...missed].map(({ name }) => `scrolling does not show ${name}`);
}

/** What keeps a user from reading or using something in the open dialog, by keyboard or by scrolling; best nothing. */
export async function barriers(): Promise<string[]> {
  const dialog = openDialog();
  const page = document.documentElement;
  const screen = { left: 0, top: 0, right: page.clientWidth, bottom: window.innerHeight };
  return [
    isWithin(dialog.getBoundingClientRect(), screen) ? [] : 'the dialog is larger than the screen',
    page.scrollWidth > page.clientWidth ? 'the page scrolls sideways' : [],
    dialog.scrollWidth > dialog.clientWidth ? 'the dialog scrolls sideways' : [],
    damagedTexts(),
    await missedByKeyboard(),
    await missedByScrolling(),
  ].flat();
}
