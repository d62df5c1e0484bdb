/** The timeouts and intervals of the page that have neither fired nor been cleared, from now on. */
export function countTimers(): ReadonlySet<unknown> {
  const timers = new Set<unknown>();
  // oxlint-disable-next-line typescript/unbound-method -- the window's functions need no `this`
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = Object.assign((handler: TimerHandler, delay?: number, ...args: unknown[]) => {
    const id = setTimeout(() => {
      timers.delete(id);
      if (typeof handler === 'function') handler(...args);
    }, delay);
    timers.add(id);
    return id;
  }, setTimeout);
  window.setInterval = Object.assign((handler: TimerHandler, delay?: number, ...args: unknown[]) => {
    const id = setInterval(handler, delay, ...args);
    timers.add(id);
    return id;
  }, setInterval);
  window.clearTimeout = (id) => {
    timers.delete(id);
    clearTimeout(id);
  };
  window.clearInterval = (id) => {
    timers.delete(id);
    clearInterval(id);
  };
  return timers;
}
