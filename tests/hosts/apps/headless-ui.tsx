import { Dialog, DialogBackdrop, DialogPanel, DialogTitle } from '@headlessui/react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Dialog open={isOpen} onClose={onClose} style={{ position: 'relative', zIndex: 10 }}>
    <DialogBackdrop className="backdrop" />
    <div style={{ position: 'fixed', inset: 0, display: 'grid', placeItems: 'center' }}>
      <DialogPanel style={{ padding: 24, background: 'white' }}>
        <DialogTitle>Payment</DialogTitle>
        {children}
      </DialogPanel>
    </div>
  </Dialog>
);
