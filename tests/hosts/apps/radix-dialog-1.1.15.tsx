import * as Dialog from 'radix-dialog-1.1.15';
import type { Host } from '../Host.ts';

/** Another copy of Radix. */
export const App: Host = ({ isOpen, onClose, children }) => (
  <Dialog.Root open={isOpen} onOpenChange={onClose}>
    <Dialog.Portal>
      <Dialog.Overlay className="backdrop" />
      <Dialog.Content className="modal">
        <Dialog.Title>Payment</Dialog.Title>
        <Dialog.Description>Reserved for fueling</Dialog.Description>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);
