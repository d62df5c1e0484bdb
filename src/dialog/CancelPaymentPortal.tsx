'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';

/** Renders the dialog at the end of `<body>`, or in `container`. */
export function CancelPaymentPortal(props: ComponentPropsWithoutRef<typeof AlertDialog.Portal>): ReactElement | null {
  const { isRecovering } = useCancelPaymentContext('Portal');
  // Removed without an exit animation, because the app's login must be usable immediately.
  return isRecovering ? null : <AlertDialog.Portal {...props} />;
}
