import { FocusTrap } from 'focus-trap-react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) =>
  isOpen && (
    <FocusTrap focusTrapOptions={{ onDeactivate: onClose }}>
      <div className="modal" role="dialog" aria-modal="true" aria-label="Payment">
        {children}
      </div>
    </FocusTrap>
  );
