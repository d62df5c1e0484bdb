import type { ReactNode } from 'react';

export interface HostProps {
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A place in somebody's app that the button is used in. */
export type Host = (props: HostProps) => ReactNode;
