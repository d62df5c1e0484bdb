type KeyListener = (event: KeyboardEvent) => void;

let latestWindow: Window | undefined;
let listener: KeyListener | undefined;

const handleKey: KeyListener = (event) => listener?.(event);

/** Listens to the keys of a window, before anything in its page does. */
export function listenToKeys(view: Window | null | undefined): void {
  if (!view || view === latestWindow) return; // adding the same listener again does nothing
  latestWindow = view;
  view.addEventListener('keydown', handleKey, true);
  view.addEventListener('keyup', handleKey, true);
}

/** Passes all keys to `next`, from the dialog's chunk. */
export function setKeyListener(next: KeyListener): void {
  listener = next;
}

// When this module is loaded, because some modals listen to the window, too, and the first listener is called first.
if (typeof window !== 'undefined') listenToKeys(window);
