import { Dialog, DialogContent, DialogTitle } from '@mui/material';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Dialog open={isOpen} onClose={onClose}>
    <DialogTitle>Payment</DialogTitle>
    <DialogContent>{children}</DialogContent>
  </Dialog>
);
