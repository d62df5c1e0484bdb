import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import Swal from 'sweetalert2';
import type { Host } from '../Host.ts';

/** Without React: the content is rendered into it. */
export const App: Host = ({ isOpen, onClose, children }) => {
  const [content, setContent] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    void Swal.fire({
      title: 'Payment',
      html: '<div></div>',
      showConfirmButton: false,
      didOpen: () => setContent(Swal.getHtmlContainer()),
      didClose: () => {
        setContent(null);
        onClose();
      },
    });
    return () => Swal.close();
  }, [isOpen, onClose]);
  return content && createPortal(children, content);
};
