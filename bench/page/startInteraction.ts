/** Times are in ms. */
export interface Interaction {
  /** From the click until the frame that follows it is painted. */
  painted: number;
  /** The duration of the event by the browser's Event Timing, in steps of 8 ms; 16 or less if it reports none. */
  duration: number;
  /** The sum of all layout shifts, those after a click included. */
  shift: number;
  /** The text of the focused element, to show what the click has done. */
  focused: string;
}

/** Resolves when the result of the next click is painted, and the page has had time to shift. */
export function startInteraction(): Promise<Interaction> {
  let [duration, shift] = [16, 0];
  const events = new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('click')) duration = Math.max(duration, entry.duration);
  });
  const options = { type: 'event', durationThreshold: 16 }; // TypeScript does not know the threshold
  events.observe(options);
  const shifts = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value);
  });
  shifts.observe({ type: 'layout-shift' });
  return new Promise((resolve) => {
    function handleClick(event: MouseEvent): void {
      requestAnimationFrame(() => {
        // A task after a frame's callbacks runs when the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          port1.close();
          const painted = performance.now() - event.timeStamp;
          const focused = document.activeElement?.textContent ?? '';
          setTimeout(() => {
            events.disconnect();
            shifts.disconnect();
            resolve({ painted, duration, shift, focused });
          }, 500);
        });
        port1.start();
        port2.postMessage(undefined);
      });
    }
    addEventListener('click', handleClick, { once: true, capture: true });
  });
}
