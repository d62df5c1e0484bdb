'use client';

import { useCallback, useRef } from 'react';
import { listenToKeys } from '../hooks/listenToKeys.ts';
import { useIsomorphicLayoutEffect } from '../hooks/useIsomorphicLayoutEffect.ts';
import { captureKeys } from './captureKeys.ts';
import { activeElementNear } from './returnFocus.ts';
import { withAncestors } from './treeOf.ts';

/** Whether an event is meant for the dialog: its target is in the dialog, or contains it, as `<body>` does. */
function isMeantFor(content: Element, event: Event): boolean {
  const path = event.composedPath();
  const { ownerDocument } = content;
  return (
    [...withAncestors(content), ownerDocument, ownerDocument.defaultView].some((node) => node === path[0]) ||
    path.includes(content)
  );
}

/** In WebKitGTK, Shift+Tab has the key `Unidentified`. */
const isTab = ({ key, code }: KeyboardEvent): boolean => key === 'Tab' || code === 'Tab';

const isTabStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 &&
  !element.matches(':disabled, [inert] *, [inert]') &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';

/** Moves focus to the other end if it would leave the dialog. Everywhere else, the browser moves it. */
function loopFocus(content: HTMLElement, event: KeyboardEvent): void {
  const activeElement = activeElementNear(content);
  const stops = [...content.querySelectorAll<HTMLElement>('*')].filter(isTabStop);
  const [next, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
  if (activeElement !== content && activeElement !== last && content.contains(activeElement)) return;
  event.preventDefault();
  next?.focus();
}

/**
 * Handles Tab and Escape, before a modal around the dialog moves focus to its own content or closes itself.
 *
 * @returns a callback for the dialog element's ref
 */
export function useModalKeys(onEscape: (event: KeyboardEvent) => void): (content: HTMLElement | null) => void {
  const latest = useRef(onEscape);
  useIsomorphicLayoutEffect(() => {
    latest.current = onEscape;
  });
  const release = useRef<() => void>(undefined);
  return useCallback((content: HTMLElement | null) => {
    release.current?.();
    release.current = undefined;
    if (!content) return;
    listenToKeys(content.ownerDocument.defaultView);
    release.current = captureKeys((event) => {
      if (event.isComposing || !isMeantFor(content, event)) return false;
      if (event.key === 'Escape') latest.current(event);
      else if (isTab(event) && !event.altKey && !event.ctrlKey && !event.metaKey) loopFocus(content, event);
      else return false;
      return true;
    });
  }, []);
}
