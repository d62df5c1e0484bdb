import { userEvent } from 'vitest/browser';
import { getDialog, getDialogButtons } from './dialogQueries.ts';
import { scrollOver } from './gestures.ts';

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

/** The visible part of the dialog's content: inside its border and scrollbar, and inside the viewport. */
function scrollport(): Box {
  const dialog = getDialog();
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

/** The box of an element including its focus ring. */
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

/** Every text node in `root` that is not in a live region. */
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

/** Text that overflows its title, paragraph or button, or overlaps other text. */
function clippedOrOverlappingTexts(): string[] {
  const all = textBoxes(getDialog());
  return all
    .filter(
      ({ box, element }) =>
        !isWithin(box, (element.closest('h2, p, button') ?? getDialog()).getBoundingClientRect()) ||
        all.some((other) => other.box !== box && overlaps(other.box, box)),
    )
    .map(({ text }) => `“${text}” is clipped or overlaps other text`);
}

/** Buttons that are not entirely visible, including their focus ring, when the Tab key moves focus to them. */
async function findHiddenWhenFocused(): Promise<string[]> {
  const hidden = new Set<Element | null>(getDialogButtons());
  for (const _ of getDialogButtons()) {
    await userEvent.tab();
    const focused = document.activeElement;
    if (focused && isWithin(ringBox(focused), scrollport())) hidden.delete(focused);
  }
  return [...hidden].map((element) => `“${element?.textContent}” is not visible when it has focus`);
}

/** Buttons and lines of text that are never entirely visible while the dialog is scrolled from top to bottom. */
async function findUnreachableByScrolling(): Promise<string[]> {
  const pieces = [
    ...getDialogButtons().map((element) => ({ name: element.textContent, box: () => element.getBoundingClientRect() })),
    ...textBoxes(getDialog()).flatMap(({ text, range }) =>
      [...range.getClientRects()].map((_, line) => ({
        name: `line ${line + 1} of ${text}`,
        box: () => range.getClientRects()[line] ?? new DOMRect(),
      })),
    ),
  ];
  const hidden = new Set(pieces);
  await scrollOver(getDialog(), -5000);
  const { scrollHeight } = getDialog();
  for (let scrolled = 0; scrolled <= scrollHeight; scrolled += 100) {
    for (const piece of hidden) if (isWithin(piece.box(), scrollport())) hidden.delete(piece);
    await scrollOver(getDialog(), 100);
  }
  return [...hidden].map(({ name }) => `${name} cannot be scrolled into view`);
}

/** Everything that keeps a user from reading or operating the open dialog by keyboard or by scrolling. */
export async function findBarriers(): Promise<string[]> {
  const dialog = getDialog();
  const page = document.documentElement;
  const viewport = { left: 0, top: 0, right: page.clientWidth, bottom: window.innerHeight };
  return [
    isWithin(dialog.getBoundingClientRect(), viewport) ? [] : 'the dialog is larger than the viewport',
    page.scrollWidth > page.clientWidth ? 'the page scrolls sideways' : [],
    dialog.scrollWidth > dialog.clientWidth ? 'the dialog scrolls sideways' : [],
    clippedOrOverlappingTexts(),
    await findHiddenWhenFocused(),
    await findUnreachableByScrolling(),
  ].flat();
}
