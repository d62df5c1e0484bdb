import { Modal } from 'bootstrap';
import 'bootstrap/dist/css/bootstrap.css';
import { useEffect, useRef } from 'react';
import type { Host } from '../Host.ts';

/** Bootstrap without React: its listeners are the DOM's. */
export const App: Host = ({ isOpen, onClose, children }) => {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const modal = element.current && Modal.getOrCreateInstance(element.current);
    if (isOpen) modal?.show();
    else modal?.hide();
  }, [isOpen]);
  useEffect(() => {
    const modal = element.current;
    modal?.addEventListener('hidden.bs.modal', onClose);
    return () => modal?.removeEventListener('hidden.bs.modal', onClose);
  }, [onClose]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as Bootstrap documents it
    <div ref={element} className="modal fade" tabIndex={-1} aria-label="Payment" role="dialog">
      <div className="modal-dialog">
        <div className="modal-content">
          <div className="modal-body">{children}</div>
        </div>
      </div>
    </div>
  );
};
