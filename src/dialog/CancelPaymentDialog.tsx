'use client';

import type { ReactElement } from 'react';
import { Confirm, Content, Description, Error, Keep, Overlay, Portal, Title } from './CancelPayment.tsx';
import { CancelPaymentRoot, type CancelPaymentAttachment, type CancelPaymentRootProps } from './CancelPaymentRoot.tsx';

export { rescueFocus } from './returnFocus.ts';

export interface CancelPaymentDialogProps extends Omit<CancelPaymentRootProps, 'children'> {
  /** Where the dialog is portalled to; default `<body>`. */
  container?: HTMLElement | null | undefined;
  /** Added to the parts' own classes. */
  classNames?:
    Partial<Record<'overlay' | 'content' | 'title' | 'description' | 'error' | 'keep' | 'confirm', string>> | undefined;
}

/**
 * The confirmation dialog alone, without a button: open it from a menu item, say, with `open` and `onOpenChange`.
 *
 * @throws {Error} if there is neither a `client` nor a `PayProvider`, or no `QueryClient`
 * @example
 * ```tsx
 * <CancelPaymentDialog transactionId={id} open={open} onOpenChange={setOpen} onCanceled={refetch} />
 * ```
 */
export function CancelPaymentDialog(props: CancelPaymentDialogProps): ReactElement {
  return <AttachedCancelPaymentDialog {...props} />;
}

/** {@link CancelPaymentDialog}, for a trigger that stays outside of its chunk. */
export function AttachedCancelPaymentDialog({
  container,
  classNames,
  ...props
}: CancelPaymentDialogProps & CancelPaymentAttachment): ReactElement {
  const name = (part: keyof NonNullable<typeof classNames>) =>
    `cancel-payment-${part}${classNames?.[part] ? ` ${classNames[part]}` : ''}`;
  return (
    <CancelPaymentRoot {...props}>
      <Portal container={container}>
        <Overlay className={name('overlay')} />
        <Content className={name('content')}>
          <Title className={name('title')} />
          <Description className={name('description')} />
          <Error className={name('error')} />
          <div className="cancel-payment-actions">
            <Keep className={name('keep')} />
            <Confirm className={name('confirm')} />
          </div>
        </Content>
      </Portal>
    </CancelPaymentRoot>
  );
}
