import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Host } from '../Host.ts';

/** Positioned absolutely, without a role, and modal because everything else is inert. */
export const App: Host = ({ isOpen, onClose, children }) => {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const others = [...document.body.children].filter((element) => element !== panel.current);
    for (const element of others) element.toggleAttribute('inert', true);
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      for (const element of others) element.removeAttribute('inert');
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen, onClose]);
  return (
    isOpen &&
    createPortal(
      <div ref={panel} style={{ position: 'absolute', insetBlockStart: 100, padding: 24, background: 'white' }}>
        {children}
      </div>,
      document.body,
    )
  );
};
