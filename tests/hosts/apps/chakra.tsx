import { ChakraProvider, Dialog, Portal, defaultSystem } from '@chakra-ui/react';
import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, onClose, children }) => (
  <ChakraProvider value={defaultSystem}>
    <Dialog.Root open={isOpen} onOpenChange={onClose}>
      <Portal>
        <Dialog.Backdrop />
        <Dialog.Positioner>
          <Dialog.Content>
            <Dialog.Header>
              <Dialog.Title>Payment</Dialog.Title>
            </Dialog.Header>
            <Dialog.Body>{children}</Dialog.Body>
          </Dialog.Content>
        </Dialog.Positioner>
      </Portal>
    </Dialog.Root>
  </ChakraProvider>
);
