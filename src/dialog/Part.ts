import type * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';

/** The type of a part that renders an `Element`. */
export type Part<Props, Element> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

/** The props of a part that renders a `<button>`, or its child with `asChild`. */
export type ButtonPartProps = ComponentPropsWithoutRef<typeof AlertDialog.Cancel>;
/** The props of a part that renders text, or its child with `asChild`. */
export type TextPartProps = ComponentPropsWithoutRef<typeof AlertDialog.Description>;
