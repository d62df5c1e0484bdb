'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { useLayer } from './useLayer.ts';

/**
 * Renders the dialog in the browser's top layer. In the document, it is in `container`; by default in the modal around the
 * trigger, otherwise at the end of `<body>`.
 */
export function CancelPaymentPortal({
  container,
  ...props
}: ComponentPropsWithoutRef<typeof AlertDialog.Portal>): ReactElement | null {
  const context = useCancelPaymentContext('Portal');
  const { element, key } = useLayer(context, container);
  return element && !context.isRemoved ? <AlertDialog.Portal {...props} key={key} container={element} /> : null;
}
