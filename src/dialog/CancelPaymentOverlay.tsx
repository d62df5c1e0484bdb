'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, type ComponentPropsWithoutRef, type MouseEvent } from 'react';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import type { Part } from './Part.ts';
import { stopReactPropagation } from './stopReactPropagation.ts';

/** Covers the page and stops it from scrolling. Renders a `<div>`. */
export const CancelPaymentOverlay: Part<
  ComponentPropsWithoutRef<typeof AlertDialog.Overlay>,
  HTMLDivElement
> = forwardRef(function Overlay(props, ref) {
  const { state } = useCancelPaymentContext('Overlay');
  const { onMouseDown } = props;
  return (
    <AlertDialog.Overlay
      {...stopReactPropagation({
        ...props,
        onMouseDown(event: MouseEvent<HTMLDivElement>) {
          onMouseDown?.(event);
          event.preventDefault(); // or focus would move to <body>
        },
      })}
      ref={ref}
      data-status={state.status}
    />
  );
});
