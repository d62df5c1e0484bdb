/** Returns whether the key is meant for it. Then nothing else sees the key. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

const windows = new WeakSet<Window>();
const handlers: KeyHandler[] = [];
let heldKey: string | undefined;

function handleKeyDown(event: KeyboardEvent): void {
  // A held key repeats, even after the dialog that it was meant for has gone.
  const isHeld = event.repeat && event.key === heldKey;
  heldKey = isHeld || handlers.at(-1)?.(event) ? event.key : undefined;
  if (heldKey) event.stopImmediatePropagation();
}

function handleKeyUp(event: KeyboardEvent): void {
  if (event.key === heldKey) event.stopImmediatePropagation();
  heldKey = undefined;
}

/**
 * Listens to the keys of the window that `element` is in. Call it as soon as the element is on the page: listeners of the
 * same window run in the order in which they were added, and some modals listen there, too.
 */
export function listenToKeys(element: Element | null): void {
  const view = element?.ownerDocument.defaultView;
  if (!view || windows.has(view)) return;
  windows.add(view);
  view.addEventListener('keydown', handleKeyDown, true);
  view.addEventListener('keyup', handleKeyUp, true);
}

/** Calls `handler`, the last one only, for all keys until the returned function is called. */
export function captureKeys(handler: KeyHandler): () => void {
  handlers.push(handler);
  return () => void handlers.splice(handlers.indexOf(handler), 1);
}
