// Runs in an iframe: cancels once, and reports the outcome.
import { cancelOnce } from './cancelOnce.ts';

const parameters = new URLSearchParams(location.search);
const [api = '', control = ''] = ['api', 'control'].map((name) => parameters.get(name) ?? '');

let timers = 0;
const start = window.setTimeout.bind(window);
const clear = window.clearTimeout.bind(window);
const pending = new Set<unknown>();
Object.assign(window, {
  setTimeout: (callback: () => void, delay: number) => {
    const timer = start(() => {
      pending.delete(timer);
      callback();
    }, delay);
    pending.add(timer);
    timers++;
    return timer;
  },
  clearTimeout: (timer: number) => {
    pending.delete(timer);
    clear(timer);
  },
});

await fetch(`${control}/arm`);
const cancellation = await cancelOnce(api);
const report = { ...cancellation, timersStarted: timers, timersLeft: pending.size };
await fetch(`${control}/outcome`, { method: 'POST', body: JSON.stringify(report) });
