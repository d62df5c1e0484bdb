import { Dialog } from '@base-ui/react/dialog';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Dialog.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
    <Dialog.Portal>
      <Dialog.Backdrop className="backdrop" />
      <Dialog.Popup className="modal">
        <Dialog.Title>Payment</Dialog.Title>
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  </Dialog.Root>
);
