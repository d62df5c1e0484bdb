let lastTarget: EventTarget | undefined;

if (typeof document !== 'undefined') {
  for (const type of ['pointerdown', 'focusin']) {
    document.addEventListener(type, (event) => ([lastTarget] = event.composedPath()), true);
  }
}

/** The focused element, even in a shadow tree. */
function getActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}

/**
 * The element that opens a dialog: its trigger, otherwise the focused element, otherwise the one that was pressed or
 * focused last. Safari does not focus a pressed button, and a menu item may be gone by now.
 */
export function getOpener(trigger: Element | null): Element {
  return trigger ?? getActiveElement() ?? (lastTarget instanceof Element ? lastTarget : document.body);
}
