import { countTimers } from '../../tests/support/countTimers.ts';

/** What a page has left, as far as scripts can count it. */
export interface Resources {
  /** Elements in the document. */
  nodes: number;
  /** Listeners of the window, the document, `<html>` and `<body>`: those of removed elements go with them. */
  listeners: number;
  /** Timeouts and intervals that have neither fired nor been cleared. */
  timers: number;
}

const listeners = new Map<EventTarget, Set<string>>();

const ids = new WeakMap<object, number>();
let lastId = 0;

/** The same for the same listener, as `removeEventListener` compares them. */
function keyOf(type: string, callback: object, options: boolean | EventListenerOptions | undefined): string {
  const id = ids.get(callback) ?? ++lastId;
  ids.set(callback, id);
  return `${type} ${id} ${typeof options === 'object' ? Boolean(options.capture) : Boolean(options)}`;
}

function countListeners(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called with the target as `this`
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isLasting = (target: EventTarget) =>
    target === window || target === document || target === document.documentElement || target === document.body;
  EventTarget.prototype.addEventListener = function add(type, callback, options) {
    // Called as a plain function, it is the window's.
    const target = this ?? window;
    addEventListener.call(target, type, callback, options);
    if (!callback || !isLasting(target)) return;
    const known = listeners.get(target) ?? new Set();
    const key = keyOf(type, callback, options);
    listeners.set(target, known.add(key));
    const { once, signal } = typeof options === 'object' ? options : {};
    const forget = () => known.delete(key);
    if (once) addEventListener.call(target, type, forget, options);
    signal?.addEventListener('abort', forget);
  };
  EventTarget.prototype.removeEventListener = function remove(type, callback, options) {
    const target = this ?? window;
    removeEventListener.call(target, type, callback, options);
    if (callback) listeners.get(target)?.delete(keyOf(type, callback, options));
  };
}

const timers = countTimers();
countListeners();

/** Counts from before any other module is evaluated, so this has to be the first import of the page. */
export const countResources = (): Resources => ({
  nodes: document.querySelectorAll('*').length,
  listeners: [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
  timers: timers.size,
});
