import { FocusTrap } from 'focus-trap-react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) =>
  isOpen && (
    <FocusTrap focusTrapOptions={{ onDeactivate: onClose }}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as many apps do it */}
      <div className="modal" role="dialog" aria-modal="true" aria-label="Payment">
        {children}
      </div>
    </FocusTrap>
  );
