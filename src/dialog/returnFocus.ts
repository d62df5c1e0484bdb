/** `element` and what it stands in, innermost first. Taken before a screen removes any of it. */
export function lineage(element: Element | null): HTMLElement[] {
  const line: HTMLElement[] = [];
  for (let next = element; next && next !== document.body; next = next.parentElement) {
    if (next instanceof HTMLElement) line.push(next);
  }
  return line;
}

/** Also in a shadow tree, where `document.activeElement` is its host. */
const hasFocus = (element: HTMLElement): boolean => element.matches(':focus');

function focus(element: HTMLElement): boolean {
  element.focus();
  if (hasFocus(element)) return true;
  // Not focusable by itself, as most ancestors are: lend it a place in the focus order until focus moves on.
  if (element.hasAttribute('tabindex')) return false;
  const takeBack = () => element.removeAttribute('tabindex');
  element.tabIndex = -1;
  element.addEventListener('blur', takeBack, { once: true });
  element.focus();
  if (hasFocus(element)) return true;
  takeBack(); // hidden, say
  return false;
}

/** Focuses the first of `candidates` that is still there, unless the screen has already moved focus somewhere itself. */
export function returnFocus(candidates: readonly (HTMLElement | null | undefined)[]): void {
  const { activeElement, body } = document;
  if (activeElement && activeElement !== body) return;
  candidates.some((candidate) => candidate?.isConnected && focus(candidate));
}

/** For an effect: when `element` goes away with focus on it, focus moves to what is left of its surroundings. */
export function rescueFocus(
  element: HTMLElement | null,
  finalFocus: { current: HTMLElement | null } | undefined,
): () => void {
  return () => {
    if (!element || !hasFocus(element)) return;
    const line = lineage(element);
    queueMicrotask(() => returnFocus([finalFocus?.current, ...line]));
  };
}
