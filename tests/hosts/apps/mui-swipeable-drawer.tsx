import { SwipeableDrawer } from '@mui/material';
import type { Host } from '../Host.ts';

/** Stays on the page when it is closed, with `visibility: hidden`. */
export const App: Host = ({ isOpen, onClose, children }) => (
  <SwipeableDrawer anchor="bottom" open={isOpen} onClose={onClose} onOpen={() => {}} keepMounted>
    {children}
  </SwipeableDrawer>
);
