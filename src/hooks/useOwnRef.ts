'use client';

import { useImperativeHandle, useRef, type ForwardedRef, type RefObject } from 'react';

/** A ref of the component's own, shared with the one that its user passed. */
export function useOwnRef<T>(forwarded: ForwardedRef<T>): RefObject<T | null> {
  const own = useRef<T>(null);
  useImperativeHandle<T | null, T | null>(forwarded, () => own.current);
  return own;
}
