'use client';

import { useEffect, useState } from 'react';
import { timeToWait } from './Cancellation.ts';

const secondsUntil = (time: number): number => Math.ceil(timeToWait(time) / 1000);

/** Counts down the whole seconds until `time`, in ms since the epoch. */
export function useSecondsUntil(time: number): number {
  const [counted, setCounted] = useState({ time, seconds: secondsUntil(time) });
  if (counted.time !== time) setCounted({ time, seconds: secondsUntil(time) });

  useEffect(() => {
    if (counted.seconds === 0) return undefined;
    const count = () => setCounted({ time, seconds: secondsUntil(time) });
    // At the next whole second, by the wall clock, because timers stop while a device sleeps.
    const timer = setTimeout(count, time - Date.now() - (counted.seconds - 1) * 1000);
    return () => clearTimeout(timer);
  }, [time, counted]); // a new object each time: a timer may fire early, and count the same second again

  return counted.seconds;
}
