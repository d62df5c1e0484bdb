import { useEffect, useRef } from 'react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    // Closes when its backdrop is clicked, as many apps do it. Escape closes it already.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={({ currentTarget, detail, clientX, clientY }) => {
        if (detail === 0) return; // by keyboard
        const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
        if (clientX < left || clientX > right || clientY < top || clientY > bottom) onClose();
      }}
    >
      {isOpen && children}
    </dialog>
  );
};
