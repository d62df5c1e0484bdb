import { isElement } from './treeOf.ts';

let lastTarget: EventTarget | undefined;

if (typeof document !== 'undefined') {
  for (const type of ['pointerdown', 'focusin']) {
    document.addEventListener(type, (event) => ([lastTarget] = event.composedPath()), true);
  }
}

const innerDocumentOf = (element: Element) => (element as Partial<HTMLIFrameElement>).contentDocument;

/** The focused element, even in a shadow tree or an iframe. */
function getActiveElement(): Element | null {
  let element = document.activeElement;
  for (let inner = element; inner;) {
    element = inner;
    inner = (inner.shadowRoot ?? innerDocumentOf(inner))?.activeElement ?? null;
  }
  return element === document.body ? null : element;
}

/**
 * The element that opens a dialog: its trigger, otherwise the focused element, otherwise the one that was pressed or
 * focused last. Safari does not focus a pressed button, and a menu item may be gone by now.
 */
export function getOpener(trigger: Element | null): Element {
  return trigger ?? getActiveElement() ?? (isElement(lastTarget) ? lastTarget : document.body);
}
