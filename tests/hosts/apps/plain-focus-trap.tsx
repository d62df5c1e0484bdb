import { FocusTrap } from 'focus-trap-react';
import type { Host } from '../Host.ts';

/** In an element without a role or a fixed position, so that nothing tells that it is modal. */
export const App: Host = ({ isOpen, onClose, children }) =>
  isOpen && (
    <FocusTrap focusTrapOptions={{ onDeactivate: onClose }}>
      <section>{children}</section>
    </FocusTrap>
  );
