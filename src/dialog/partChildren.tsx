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

/** Whether a part has no children of the app, and so the package's own text. */
export function hasOwnText(asChild: boolean | undefined, children: ReactNode): boolean {
  if (!asChild) return children === undefined || children === null;
  return isValidElement<{ children?: ReactNode }>(children) && children.props.children === undefined;
}

/** React sets a single string through its element, which is safe in a translated page. */
const labelOf = (children: ReactNode): ReactNode =>
  typeof children === 'string' ? children : <TranslatableLabel>{children}</TranslatableLabel>;

/** What a part renders: its `children`, or `text`. With `asChild`, the text goes into the child that replaces the part. */
export function partChildren({ asChild, children, text, hasChanged = false }: PartChildren): ReactNode {
  const isOwn = hasChanged || hasOwnText(asChild, children);
  if (!asChild) return isOwn ? text : labelOf(children);
  const child = Children.only(children);
  if (!isValidElement<{ children?: ReactNode }>(child)) return child;
  return cloneElement(child, undefined, isOwn ? text : labelOf(child.props.children));
}
