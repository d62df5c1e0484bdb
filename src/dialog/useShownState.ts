'use client';

import { useEffect, useState } from 'react';
import type { CancellationState } from './Cancellation.ts';

/**
 * What the dialog shows: `state`, except that it does not change while the dialog closes. So a success that closes the dialog
 * is never shown in it, only one after which the app keeps it open.
 */
export function useShownState(state: CancellationState, isOpen: boolean): CancellationState {
  const [shown, setShown] = useState(state);
  if (isOpen && shown !== state && state.status !== 'canceled') setShown(state);
  useEffect(() => {
    if (!isOpen || state.status !== 'canceled') return undefined;
    // The app was notified, and keeps the dialog open. Not 0 ms: in WebKit, React may render the app's response later than that.
    const timer = setTimeout(setShown, 50, state);
    return () => clearTimeout(timer);
  }, [isOpen, state]);
  return shown;
}
