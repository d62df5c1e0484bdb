import { useEffect, useRef } from 'react';
import type { Host } from '../Host.ts';

/** As many apps write it: without a role, closed by Escape and a press outside, and with listeners on the document. */
export const App: Host = ({ isOpen, onClose, children }) => {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOnEscape = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onClose();
    };
    const closeOutside = ({ target }: Event) => {
      if (target instanceof Node && !panel.current?.contains(target)) onClose();
    };
    window.addEventListener('keydown', closeOnEscape, true);
    document.addEventListener('keyup', closeOnEscape);
    document.addEventListener('mousedown', closeOutside);
    document.addEventListener('touchstart', closeOutside);
    return () => {
      window.removeEventListener('keydown', closeOnEscape, true);
      document.removeEventListener('keyup', closeOnEscape);
      document.removeEventListener('mousedown', closeOutside);
      document.removeEventListener('touchstart', closeOutside);
    };
  });
  return (
    isOpen && (
      <div style={{ position: 'fixed', inset: 0, zIndex: 99, display: 'grid', placeItems: 'center' }}>
        <div ref={panel} style={{ padding: 24, background: 'white' }}>
          {children}
        </div>
      </div>
    )
  );
};
