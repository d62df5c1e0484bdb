'use client';

import type { RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { activeElementNear, focusableAncestors, returnFocus } from './returnFocus.ts';

interface MoveFocusOnRemovalProps {
  element: RefObject<HTMLElement | null>;
  finalFocus: RefObject<HTMLElement | null> | undefined;
}

/**
 * Apps often remove the row of a canceled payment some time later. If `element`, the next sibling, is removed while focused,
 * focus moves to `finalFocus`, or the nearest ancestor left. Renders nothing.
 */
export function MoveFocusOnRemoval({ element, finalFocus }: MoveFocusOnRemovalProps): null {
  useIsomorphicLayoutEffect(
    () => () => {
      // React cleans up in the order of the siblings, so `element` is still on the page.
      const { current } = element;
      if (!current || activeElementNear(current) !== current) return;
      const ancestors = focusableAncestors(current);
      queueMicrotask(() => returnFocus([finalFocus?.current, ...ancestors]));
    },
    [element, finalFocus],
  );
  return null;
}
