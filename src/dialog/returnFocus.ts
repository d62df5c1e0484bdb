/** `element` and its ancestors, innermost first. Taken before an app removes any of them. */
export function withAncestors(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let next = element; next && next !== document.body; next = next.parentElement) {
    if (next instanceof HTMLElement) found.push(next);
  }
  return found;
}

/** Where focus belongs when the dialog has left: the element that it came from and its ancestors. */
export interface FocusOrigin {
  get: () => readonly HTMLElement[];
  /** At each opening. */
  set: (element: Element | null) => void;
  /** What asks for focus while the dialog is open comes first. */
  add: (element: Element) => void;
  /** The next opening is the same dialog, coming back. */
  keep: () => void;
}

export function createFocusOrigin(): FocusOrigin {
  let elements: HTMLElement[] = [];
  let isKept = false;
  return {
    get: () => elements,
    set(element) {
      if (!isKept) elements = withAncestors(element);
      isKept = false;
    },
    add(element) {
      elements = [...withAncestors(element), ...elements];
    },
    keep() {
      isKept = true;
    },
  };
}

/** Even in a shadow tree, where `document.activeElement` is its host. */
const hasFocus = (element: HTMLElement): boolean => element.matches(':focus');

function focus(element: HTMLElement): boolean {
  element.focus();
  if (hasFocus(element)) return true;
  // Not focusable by itself, as most ancestors are: make it focusable until focus moves on.
  if (element.hasAttribute('tabindex')) return false;
  const restore = () => element.removeAttribute('tabindex');
  element.tabIndex = -1;
  element.addEventListener('blur', restore, { once: true });
  element.focus();
  if (hasFocus(element)) return true;
  restore(); // it may be hidden
  return false;
}

/** Focuses the first of `candidates` that is still there, unless the app has already moved focus somewhere itself. */
export function returnFocus(candidates: readonly (HTMLElement | null | undefined)[]): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  candidates.some((candidate) => candidate?.isConnected && focus(candidate));
}

/** For an effect: when `element` is removed with focus on it, focus moves to the nearest ancestor that is left. */
export function moveFocusOnRemoval(
  element: HTMLElement | null,
  finalFocus: { current: HTMLElement | null } | undefined,
): () => void {
  return () => {
    if (!element || !hasFocus(element)) return;
    const ancestors = withAncestors(element);
    queueMicrotask(() => returnFocus([finalFocus?.current, ...ancestors]));
  };
}
