'use client';

import { useEffect, useReducer, useState } from 'react';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import type { CancelPaymentContextValue } from './CancelPaymentContext.ts';
import { findContainer } from './findContainer.ts';
import { getOpener } from './getOpener.ts';
import { Layer } from './Layer.ts';

/** The element that the dialog is rendered in, undefined until it is opened for the first time, and its React key. */
export function useLayer(
  { isOpen, trigger }: Pick<CancelPaymentContextValue, 'isOpen' | 'trigger'>,
  container: Element | DocumentFragment | null | undefined,
): { element: HTMLElement | undefined; key: number } {
  const [moves, countMove] = useReducer((count: number) => count + 1, 0);
  const [layer, setLayer] = useState<Layer>();
  useIsomorphicLayoutEffect(() => {
    if (!isOpen) return;
    const shown = layer ?? new Layer(countMove);
    if (!shown.isShown) shown.show(container ?? findContainer(getOpener(trigger.current)));
    else if (container) shown.moveTo(container);
    setLayer(shown);
  }, [isOpen, container, trigger, layer]);
  // After each render, because the next one can start them. Later, because Radix moves focus now, and each of the two makes
  // the browser compute the styles of the whole page.
  useEffect(() => {
    const timer = setTimeout(() => layer?.finishPausedAnimations());
    return () => clearTimeout(timer);
  });
  return { element: layer?.element, key: moves };
}
