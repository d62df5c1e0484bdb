import SlDialog from '@shoelace-style/shoelace/dist/react/dialog/index.js';
import '@shoelace-style/shoelace/dist/themes/light.css';
import type { Host } from '../Host.ts';

/** A web component: the modal element is in its shadow tree. */
export const App: Host = ({ isOpen, onClose, children }) => (
  <SlDialog label="Payment" open={isOpen} onSlAfterHide={onClose}>
    {children}
  </SlDialog>
);
