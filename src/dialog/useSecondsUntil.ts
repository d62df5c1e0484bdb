'use client';

import { useEffect, useState } from 'react';

const secondsUntil = (time: number): number => Math.max(0, Math.ceil((time - Date.now()) / 1000));

/** Counts down the whole seconds until `time`, in ms since the epoch. */
export function useSecondsUntil(time: number): number {
  const [counted, setCounted] = useState({ time, seconds: secondsUntil(time) });
  if (counted.time !== time) setCounted({ time, seconds: secondsUntil(time) });
  const { seconds } = counted;

  useEffect(() => {
    if (seconds === 0) return undefined;
    const count = () => setCounted({ time, seconds: secondsUntil(time) });
    // At the next whole second, by the wall clock, because timers stop while a device sleeps.
    const timer = setTimeout(count, time - Date.now() - (seconds - 1) * 1000);
    return () => clearTimeout(timer);
  }, [time, seconds]);

  return seconds;
}
