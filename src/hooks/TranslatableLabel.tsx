'use client';

import type { ReactElement, ReactNode } from 'react';

/** Through the CSSOM: a strict Content-Security-Policy forbids style attributes, which a server would render. */
function leaveLayout(element: HTMLElement | null): void {
  if (element) element.style.display = 'contents';
}

/**
 * An app's children that are replaced later, in an element of their own. Browsers that translate a page put other elements
 * around its text nodes, and React, which still looks for them in their old place, would crash when it removes them.
 *
 * @see https://github.com/facebook/react/issues/11538
 */
export function TranslatableLabel({ children }: { children: ReactNode }): ReactElement {
  return <span ref={leaveLayout}>{children}</span>;
}
