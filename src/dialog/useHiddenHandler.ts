'use client';

import { useCallback, useRef } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { layerOf } from './Layer.ts';
import { isElement, withAncestors } from './treeOf.ts';

/**
 * Calls `onChange` when `element` appears or disappears with an ancestor, by `display`, `visibility`, `inert` or its removal.
 *
 * @returns stops it
 */
function observeVisibility(element: HTMLElement, onChange: () => void): () => void {
  const { ownerDocument } = element;
  const sizes = new ResizeObserver(onChange);
  sizes.observe(element);
  // `visibility` changes no size. With a transition, it changes at the end.
  const attributes = new MutationObserver(onChange);
  for (const ancestor of withAncestors(element)) attributes.observe(ancestor, { attributes: true });
  ownerDocument.addEventListener('transitionend', onChange);
  return () => {
    sizes.disconnect();
    attributes.disconnect();
    ownerDocument.removeEventListener('transitionend', onChange);
  };
}

/** Whether what the dialog is in can be seen and used; the dialog itself is visible in any case. */
function isUsable(container: ParentNode | null | undefined): boolean {
  if (!isElement(container)) return true;
  return (
    getComputedStyle(container).visibility === 'visible' && !withAncestors(container).some((a) => a.matches('[inert]'))
  );
}

/**
 * Keeps the page usable if the app hides or removes a modal, tab or row around an open dialog: calls `onHidden`, or moves
 * the dialog to the end of `<body>`.
 *
 * @returns a callback for the dialog element's ref
 */
export function useHiddenHandler(onHidden: () => void): (content: HTMLElement | null) => void {
  const latest = useRef(onHidden);
  useIsomorphicLayoutEffect(() => {
    latest.current = onHidden;
  });
  const stop = useRef<() => void>(undefined);
  const observed = useRef<{ content: HTMLElement; wasUsable: boolean }>(undefined);
  return useCallback((content: HTMLElement | null) => {
    stop.current?.();
    stop.current = undefined;
    if (!content || typeof ResizeObserver !== 'function') return;
    const layer = layerOf(content);
    // Radix before 1.1.18 attaches the same element again with each render.
    if (observed.current?.content !== content) observed.current = { content, wasUsable: isUsable(layer?.container) };
    const state = observed.current;
    stop.current = observeVisibility(content, () => {
      const { wasUsable } = state;
      state.wasUsable = isUsable(layer?.container);
      if (!content.isConnected) layer?.moveTo(content.ownerDocument.body);
      else if (content.getClientRects().length === 0 || (wasUsable && !state.wasUsable)) latest.current();
    });
  }, []);
}
