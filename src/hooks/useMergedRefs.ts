'use client';

import { useCallback, useRef, type ForwardedRef, type RefCallback, type RefObject } from 'react';

/** A ref object for the component itself, and what to pass as `ref` to fill it, the `forwarded` ref, and `onAttach`. */
export function useMergedRefs<T>(
  forwarded: ForwardedRef<T>,
  onAttach?: (element: T | null) => void,
): [RefObject<T | null>, RefCallback<T>] {
  const own = useRef<T>(null);
  const ref = useCallback(
    (element: T | null) => {
      const set = (value: T | null) => {
        own.current = value;
        onAttach?.(value);
      };
      set(element);
      if (typeof forwarded === 'function') {
        const cleanUp: unknown = forwarded(element);
        // React 19 calls what a ref returns, instead of the ref with null.
        if (typeof cleanUp === 'function') {
          return () => {
            set(null);
            cleanUp();
          };
        }
      } else if (forwarded) {
        // oxlint-disable-next-line react/immutability -- a ref object is passed to be filled
        forwarded.current = element;
      }
      return undefined;
    },
    [forwarded, onAttach],
  );
  return [own, ref];
}
