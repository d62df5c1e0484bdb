import { Drawer } from 'antd';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Drawer open={isOpen} onClose={onClose} title="Payment">
    {children}
  </Drawer>
);
