import { useState, type ReactElement } from 'react';
import { CancelPaymentDialog } from '../../src/dialog/CancelPaymentDialog.tsx';

type Handlers = Pick<
  Parameters<typeof CancelPaymentDialog>[0],
  'onCanceled' | 'onError' | 'onSignIn' | 'onLinkIdentity' | 'classNames' | 'container' | 'transactionId'
>;

/** A menu item of an app, which controls a dialog. */
export function ControlledDialog(props: Handlers): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Cancel payment
      </button>
      <CancelPaymentDialog {...props} open={open} onOpenChange={setOpen} />
    </>
  );
}
