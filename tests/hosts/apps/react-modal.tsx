import Modal from 'react-modal';
import type { Host } from '../Host.ts';

Modal.setAppElement('#root');

export const App: Host = ({ isOpen, onClose, children }) => (
  <Modal isOpen={isOpen} onRequestClose={onClose} contentLabel="Payment">
    {children}
  </Modal>
);
