import { Dialog, DialogHeading } from '@ariakit/react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Dialog open={isOpen} onClose={onClose} backdrop={<div className="backdrop" />} className="modal">
    <DialogHeading>Payment</DialogHeading>
    {children}
  </Dialog>
);
