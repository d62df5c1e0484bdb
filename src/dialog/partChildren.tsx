import { Children, cloneElement, isValidElement, type ReactNode } from 'react';
import { TranslatableLabel } from '../hooks/TranslatableLabel.tsx';

interface PartChildren {
  asChild: boolean | undefined;
  children: ReactNode;
  /** The package's own text for what the part is now. */
  text: ReactNode;
  /** Whether the part is now something else than what its children were written for: then only `text` is true. */
  hasChanged?: boolean;
}

/** React sets a single string through its element, which is safe in a translated page. */
const labelOf = (children: ReactNode): ReactNode =>
  typeof children === 'string' ? children : <TranslatableLabel>{children}</TranslatableLabel>;

/** What a part renders: its `children`, or `text`. With `asChild`, the text goes into the child that replaces the part. */
export function partChildren({ asChild, children, text, hasChanged = false }: PartChildren): ReactNode {
  if (!asChild) return hasChanged || children === undefined || children === null ? text : labelOf(children);
  const child = Children.only(children);
  if (!isValidElement<{ children?: ReactNode }>(child)) return child;
  const own = child.props.children;
  return cloneElement(child, undefined, hasChanged || own === undefined ? text : labelOf(own));
}
