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
  if (event.key !== heldKey) return;
  event.stopImmediatePropagation();
  heldKey = undefined;
}

/** Listens to the keys of a window, before anything in its page does. */
export function listenToKeys(view: Window | null | undefined): void {
  if (!view || windows.has(view)) return;
  windows.add(view);
  view.addEventListener('keydown', handleKeyDown, true);
  view.addEventListener('keyup', handleKeyUp, true);
}

// When this module is loaded, because some modals listen to the window, too, and the first listener is called first.
if (typeof window !== 'undefined') listenToKeys(window);

/** Calls `handler`, the last one only, for all keys until the returned function is called. */
export function captureKeys(handler: KeyHandler): () => void {
  handlers.push(handler);
  return () => void handlers.splice(handlers.indexOf(handler), 1);
}
