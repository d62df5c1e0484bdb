'use client';

import type { ReactElement } from 'react';
import { CancelPaymentConfirm } from './CancelPaymentConfirm.tsx';
import { CancelPaymentContent } from './CancelPaymentContent.tsx';
import { CancelPaymentDescription } from './CancelPaymentDescription.tsx';
import { CancelPaymentError } from './CancelPaymentError.tsx';
import { CancelPaymentKeep } from './CancelPaymentKeep.tsx';
import { CancelPaymentOverlay } from './CancelPaymentOverlay.tsx';
import { CancelPaymentPortal } from './CancelPaymentPortal.tsx';
import {
  CancelPaymentRootWithTrigger,
  type CancelPaymentAttachment,
  type CancelPaymentRootProps,
} from './CancelPaymentRoot.tsx';
import { CancelPaymentTitle } from './CancelPaymentTitle.tsx';

export { MoveFocusOnRemoval } from './MoveFocusOnRemoval.ts';

/** The props of the parts' Root, and what the ready-made dialog adds to them. */
export interface CancelPaymentDialogProps extends Omit<CancelPaymentRootProps, 'children'> {
  /**
   * Where the dialog is rendered. Default: the innermost modal around the element that opens it, otherwise the full-screen
   * element, the shadow tree or the `<body>` that this element is in. Wherever it is, it covers the page.
   */
  container?: HTMLElement | null | undefined;
  /** Added to the default classes of the parts. */
  classNames?:
    Partial<Record<'overlay' | 'content' | 'title' | 'description' | 'error' | 'keep' | 'confirm', string>> | undefined;
}

/**
 * The confirmation dialog without a button. Control it with `open` and `onOpenChange`, for example from a menu item.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 * @example
 * ```tsx
 * <CancelPaymentDialog transactionId={id} open={isOpen} onOpenChange={setIsOpen} onCanceled={() => refetch()} />
 * ```
 */
export function CancelPaymentDialog(props: CancelPaymentDialogProps): ReactElement {
  return <CancelPaymentDialogWithTrigger {...props} />;
}

/** {@link CancelPaymentDialog} for a trigger that is not in its chunk. */
export function CancelPaymentDialogWithTrigger({
  container,
  classNames,
  ...props
}: CancelPaymentDialogProps & CancelPaymentAttachment): ReactElement {
  const name = (part: keyof NonNullable<typeof classNames>) =>
    `cancel-payment-${part}${classNames?.[part] ? ` ${classNames[part]}` : ''}`;
  return (
    <CancelPaymentRootWithTrigger {...props}>
      <CancelPaymentPortal container={container}>
        <CancelPaymentOverlay className={name('overlay')} />
        <CancelPaymentContent className={name('content')}>
          <CancelPaymentTitle className={name('title')} />
          <CancelPaymentDescription className={name('description')} />
          <CancelPaymentError className={name('error')} />
          <div className="cancel-payment-actions">
            <CancelPaymentKeep className={name('keep')} />
            <CancelPaymentConfirm className={name('confirm')} />
          </div>
        </CancelPaymentContent>
      </CancelPaymentPortal>
    </CancelPaymentRootWithTrigger>
  );
}
