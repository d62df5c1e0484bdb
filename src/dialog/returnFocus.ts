/** `element` and its ancestors, innermost first. Taken before an app removes any of them. */
export function withAncestors(element: Element | null): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let next = element; next && next !== document.body; next = next.parentElement) {
    if (next instanceof HTMLElement) found.push(next);
  }
  return found;
}

/** The element that focus came from when the dialog opened, and its ancestors; what asked for focus meanwhile comes first. */
export interface FocusOrigin {
  get: () => readonly HTMLElement[];
  add: (element: Element | null) => void;
  clear: () => void;
}

export function createFocusOrigin(): FocusOrigin {
  let elements: HTMLElement[] = [];
  return {
    get: () => elements,
    add(element) {
      elements = [...withAncestors(element), ...elements];
    },
    clear() {
      elements = [];
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
