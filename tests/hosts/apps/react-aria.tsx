import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <ModalOverlay className="backdrop" isDismissable isOpen={isOpen} onOpenChange={onClose}>
    <Modal className="modal">
      <Dialog>
        <Heading slot="title">Payment</Heading>
        {children}
      </Dialog>
    </Modal>
  </ModalOverlay>
);
