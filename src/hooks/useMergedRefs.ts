'use client';

import { useCallback, useRef, type ForwardedRef, type RefCallback, type RefObject } from 'react';

/** Returns the component's own ref object, and a callback ref that sets it and `forwarded`, and calls `onAttach`. */
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
        // React 19 calls the function that a ref returns, instead of calling the ref with null.
        if (typeof cleanUp === 'function') {
          return () => {
            set(null);
            cleanUp();
          };
        }
      } else if (forwarded) {
        // oxlint-disable-next-line react/immutability -- a forwarded ref object has to be set
        forwarded.current = element;
      }
      return undefined;
    },
    [forwarded, onAttach],
  );
  return [own, ref];
}
