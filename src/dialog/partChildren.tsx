import { Children, cloneElement, isValidElement, type ReactNode } from 'react';
import { translatable } from '../hooks/translatable.tsx';

interface PartChildren {
  asChild: boolean | undefined;
  children: ReactNode;
  /** The text of the messages for the part's current state. */
  text: ReactNode;
  /** Whether the part no longer is what its children were written for, so that `text` replaces them. */
  hasChanged?: boolean;
}

/** Whether a part has no children from the app, and so renders a text of the messages. */
export function hasOwnText(asChild: boolean | undefined, children: ReactNode): boolean {
  if (!asChild) return children === undefined || children === null;
  return isValidElement<{ children?: ReactNode }>(children) && children.props.children === undefined;
}

/** What a part renders: its `children`, or `text`. With `asChild`, the text is rendered in the child element. */
export function partChildren({ asChild, children, text, hasChanged = false }: PartChildren): ReactNode {
  const isOwn = hasChanged || hasOwnText(asChild, children);
  if (!asChild) return isOwn ? text : translatable(children);
  const child = Children.only(children);
  if (!isValidElement<{ children?: ReactNode }>(child)) return child;
  return cloneElement(child, undefined, isOwn ? text : translatable(child.props.children));
}
