import type { Host } from '../Host.ts';

export const App: Host = ({ isOpen, children }) => isOpen && <section>{children}</section>;
