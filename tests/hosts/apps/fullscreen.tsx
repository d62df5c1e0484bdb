import { useEffect, useRef } from 'react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, children }) => {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) void element.current?.requestFullscreen();
    else if (document.fullscreenElement) void document.exitFullscreen();
  }, [isOpen]);
  return (
    <section ref={element} style={{ background: 'white' }}>
      {isOpen && children}
    </section>
  );
};
