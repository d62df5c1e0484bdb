import { Modal } from 'antd';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Modal open={isOpen} onCancel={onClose} title="Payment" footer={null}>
    {children}
  </Modal>
);
