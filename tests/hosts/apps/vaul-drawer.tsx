import { Drawer } from 'vaul';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <Drawer.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
    <Drawer.Portal>
      <Drawer.Overlay className="backdrop" />
      <Drawer.Content className="drawer">
        <Drawer.Title>Payment</Drawer.Title>
        <Drawer.Description>Reserved for fueling</Drawer.Description>
        {children}
      </Drawer.Content>
    </Drawer.Portal>
  </Drawer.Root>
);
