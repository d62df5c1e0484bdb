import { Drawer } from '@mui/material';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Drawer anchor="bottom" open={isOpen} onClose={onClose}>
    {children}
  </Drawer>
);
