import { MantineProvider, Modal } from '@mantine/core';
import '@mantine/core/styles.css';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <MantineProvider>
    <Modal opened={isOpen} onClose={onClose} title="Payment">
      {children}
    </Modal>
  </MantineProvider>
);
