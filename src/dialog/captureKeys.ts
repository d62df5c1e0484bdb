import { setKeyListener } from '../hooks/listenToKeys.ts';

/** Returns whether the key is meant for it. Then nothing else sees the key. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

const handlers: KeyHandler[] = [];
let heldKey: string | undefined;

/** Virtual keyboards have no `code`. In WebKitGTK, the `key` of Tab changes when Shift is released first. */
const identify = ({ code, key }: KeyboardEvent): string => code || key;

function handleKeyDown(event: KeyboardEvent): void {
  // A held key repeats, even after the dialog that it was meant for has gone.
  const isHeld = event.repeat && identify(event) === heldKey;
  heldKey = isHeld || handlers.at(-1)?.(event) ? identify(event) : undefined;
  if (heldKey) event.stopImmediatePropagation();
}

function handleKeyUp(event: KeyboardEvent): void {
  if (identify(event) !== heldKey) return;
  event.stopImmediatePropagation();
  heldKey = undefined;
}

/** Calls `handler`, the last one only, for all keys until the returned function is called. */
export function captureKeys(handler: KeyHandler): () => void {
  setKeyListener((event) => (event.type === 'keydown' ? handleKeyDown(event) : handleKeyUp(event)));
  handlers.push(handler);
  return () => void handlers.splice(handlers.indexOf(handler), 1);
}
