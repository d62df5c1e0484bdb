import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Host } from '../Host.ts';

/** The page's stylesheets do not apply in there, so they are linked again. */
function copyStyles(root: ShadowRoot) {
  for (const style of document.querySelectorAll('link[rel=stylesheet], style')) root.append(style.cloneNode(true));
}

export const App: Host = ({ isOpen, children }) => {
  const [root, setRoot] = useState<HTMLElement>();
  const attach = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const shadow = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    copyStyles(shadow);
    setRoot(shadow.appendChild(document.createElement('div')));
  }, []);
  return isOpen && <section ref={attach}>{root && createPortal(children, root)}</section>;
};
