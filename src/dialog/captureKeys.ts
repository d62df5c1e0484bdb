import { setKeyListener } from '../hooks/listenToKeys.ts';

/** Returns whether the key is meant for it. Then nothing else sees the key. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

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

/** Calls `handler`, the last one only, for all keys until the returned function is called. */
export function captureKeys(handler: KeyHandler): () => void {
  setKeyListener((event) => (event.type === 'keydown' ? handleKeyDown(event) : handleKeyUp(event)));
  handlers.push(handler);
  return () => void handlers.splice(handlers.indexOf(handler), 1);
}
