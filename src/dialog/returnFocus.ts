/** `element` and its ancestors, innermost first. For later, when the app may have removed some of them. */
function withAncestors(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let next = element; next && next !== document.body; next = next.parentElement) {
    if (next instanceof HTMLElement) found.push(next);
  }
  return found;
}

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
      if (!isKept) elements = withAncestors(element);
      isKept = false;
    },
    add(element) {
      elements = [...withAncestors(element), ...elements];
    },
    keep() {
      isKept = true;
    },
    forget() {
      isKept = false;
    },
  };
}

/** Also in a shadow tree, where `document.activeElement` is the host. */
const hasFocus = (element: HTMLElement): boolean => element.matches(':focus');

function focus(element: HTMLElement): boolean {
  element.focus();
  if (hasFocus(element)) return true;
  // Most ancestors are not focusable, so make this one focusable until it loses focus.
  if (element.hasAttribute('tabindex')) return false;
  const restore = () => element.removeAttribute('tabindex');
  element.tabIndex = -1;
  element.addEventListener('blur', restore, { once: true });
  element.focus();
  if (hasFocus(element)) return true;
  restore(); // it may be hidden
  return false;
}

/** Focuses the first of `candidates` that is still on the page, unless the app has already moved focus. */
export function returnFocus(candidates: readonly (HTMLElement | null | undefined)[]): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  candidates.some((candidate) => candidate?.isConnected && focus(candidate));
}

/**
 * Returns a cleanup for an effect: if `element` is removed while focused, moves focus to `finalFocus`, or the nearest
 * ancestor left.
 */
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
