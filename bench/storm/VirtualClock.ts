interface Timer {
  callback: (() => void) | undefined;
}

const nextMacrotask = setImmediate;

/**
 * Replaces the timers and the clock of this process, so that minutes pass in the time that their callbacks take. As in browsers, a
 * delay is in whole milliseconds. Callbacks of the same millisecond run in the order in which they were set.
 */
export class VirtualClock {
  /** In ms since the clock was made. */
  now = 0;
  readonly #timers = new Map<number, Timer[]>();

  readonly setTimeout = (callback: () => void, delay = 0): Timer => {
    const timer = { callback };
    const time = this.now + Math.max(0, Math.floor(delay));
    const due = this.#timers.get(time);
    if (due) due.push(timer);
    else this.#timers.set(time, [timer]);
    return timer;
  };

  readonly clearTimeout = (timer: Timer | undefined): void => {
    if (timer) timer.callback = undefined;
  };

  /** Runs everything that is due until `isOver`, checked each virtual millisecond, or until no timer is left. */
  async run(isOver: () => boolean): Promise<void> {
    const { setTimeout, clearTimeout, Date } = globalThis;
    const { now } = Date;
    Object.assign(globalThis, { setTimeout: this.setTimeout, clearTimeout: this.clearTimeout });
    Date.now = () => this.now;
    try {
      for (; this.#timers.size > 0 && !isOver(); this.now++) {
        // The callbacks' promises may set timers that are due in the same millisecond.
        for (let due = this.#take(); due; due = this.#take()) {
          for (const { callback } of due) callback?.();
          await new Promise(nextMacrotask); // all promises have settled then
        }
      }
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Date.now = now;
    }
  }

  #take(): Timer[] | undefined {
    const due = this.#timers.get(this.now);
    this.#timers.delete(this.now);
    return due;
  }
}
