import { Modal } from 'react-bootstrap';
import 'bootstrap/dist/css/bootstrap.css';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Modal show={isOpen} onHide={onClose}>
    <Modal.Header>
      <Modal.Title>Payment</Modal.Title>
    </Modal.Header>
    <Modal.Body>{children}</Modal.Body>
  </Modal>
);
