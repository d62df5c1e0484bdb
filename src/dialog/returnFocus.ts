import { treeOf, withAncestors } from './treeOf.ts';

/** For later, when the app may have removed some of them. */
export const focusableAncestors = (element: Element | null): HTMLElement[] =>
  withAncestors(element).filter(
    (ancestor): ancestor is HTMLElement => 'focus' in ancestor && !ancestor.matches('html, body'),
  );

/** Where focus returns to: the element that had focus before the dialog opened, and its ancestors. */
export interface FocusOrigin {
  get: () => readonly HTMLElement[];
  /** Called each time the dialog opens. */
  set: (element: Element | null) => void;
  /** Puts an element that asked for focus while the dialog was open before the others. */
  add: (element: Element) => void;
  /** Ignores the next `set`, because the same dialog comes back. */
  keep: () => void;
  /** The next opening is another one. */
  forget: () => void;
}

export function createFocusOrigin(): FocusOrigin {
  let elements: HTMLElement[] = [];
  let isKept = false;
  return {
    get: () => elements,
    set(element) {
      if (!isKept) elements = focusableAncestors(element);
      isKept = false;
    },
    add(element) {
      elements = [...focusableAncestors(element), ...elements];
    },
    keep() {
      isKept = true;
    },
    forget() {
      isKept = false;
    },
  };
}

/** The focused element of the document or shadow tree that `element` is in. */
export function activeElementNear(element: Element): Element | null {
  // Not `:focus`, which matches nothing in WebKit while the window is not in front.
  return treeOf(element)?.activeElement ?? null;
}

function focus(element: HTMLElement): boolean {
  const hasFocus = () => activeElementNear(element) === element;
  element.focus({ preventScroll: true });
  if (!hasFocus()) {
    // Most ancestors are not focusable, so make this one focusable until it loses focus.
    if (element.hasAttribute('tabindex')) return false;
    const restore = () => element.removeAttribute('tabindex');
    element.tabIndex = -1;
    element.addEventListener('blur', restore, { once: true });
    element.focus({ preventScroll: true });
    if (!hasFocus()) {
      restore(); // it may be hidden
      return false;
    }
  }
  scrollIntoViewIfHidden(element);
  return true;
}

/** Without scrolling if any part is visible: the page must not jump when the dialog closes. */
function scrollIntoViewIfHidden(element: HTMLElement): void {
  if (typeof IntersectionObserver !== 'function') return;
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (!entry?.isIntersecting) element.scrollIntoView({ block: 'nearest' });
  });
  observer.observe(element);
}

/** Focuses the first of `candidates` that is on the page and can be focused. */
export function focusFirst(candidates: readonly (HTMLElement | null | undefined)[]): void {
  candidates.some((candidate) => candidate?.isConnected && focus(candidate));
}

/**
 * Like {@link focusFirst}, unless the app has already moved focus. If focus was in the dialog when that was removed, a
 * modal around the dialog may have moved it to itself.
 */
export function returnFocus(candidates: readonly (HTMLElement | null | undefined)[], wasInDialog = false): void {
  const first = candidates.find((candidate) => candidate?.isConnected);
  if (!first) return;
  const { activeElement, body } = first.ownerDocument;
  const isLost = !activeElement || activeElement === body;
  if (isLost || (wasInDialog && activeElementNear(first)?.contains(first))) focusFirst(candidates);
}
