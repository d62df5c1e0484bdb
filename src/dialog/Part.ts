import type * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ComponentPropsWithoutRef, ForwardRefExoticComponent, RefAttributes } from 'react';

/** The type of a part that renders an `Element`. */
export type Part<Props, Element> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

export type ButtonPartProps = ComponentPropsWithoutRef<typeof AlertDialog.Cancel>;
export type TextPartProps = ComponentPropsWithoutRef<typeof AlertDialog.Description>;
