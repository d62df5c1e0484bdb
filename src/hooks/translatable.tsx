'use client';

import type { ReactNode } from 'react';

/** Through the CSSOM, because a strict Content-Security-Policy blocks style attributes, which a server would render. */
function leaveLayout(element: HTMLElement | null): void {
  if (element) element.style.display = 'contents';
}

/**
 * Puts an element around an app's children that are replaced later. Browsers that translate a page move its text nodes into
 * other elements, and React would crash when it removes them from their original parent. A single string needs none: React
 * replaces it through its parent.
 *
 * @see https://github.com/facebook/react/issues/11538
 */
export function translatable(children: ReactNode): ReactNode {
  return typeof children === 'string' ? children : <span ref={leaveLayout}>{children}</span>;
}
