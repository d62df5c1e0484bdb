import * as Dialog from '@radix-ui/react-dialog';
import type { Host } from '../Host.ts';

/** The same copy of Radix that the package uses. */
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
