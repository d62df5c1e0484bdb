import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, children }) =>
  isOpen && (
    <section style={{ transform: 'scale(0.9)', overflow: 'hidden', width: 300, height: 300, contain: 'paint' }}>
      {children}
    </section>
  );
