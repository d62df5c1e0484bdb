'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';

/** Moves the dialog to the end of `<body>`, or into `container`. */
export function CancelPaymentPortal(props: ComponentPropsWithoutRef<typeof AlertDialog.Portal>): ReactElement | null {
  const { isAway } = useCancelPaymentContext('Portal');
  // Gone without an exit animation: whatever the app opens to sign in must be usable now.
  return isAway ? null : <AlertDialog.Portal {...props} />;
}
