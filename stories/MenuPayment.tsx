import { useRef, useState, type ReactElement } from 'react';
import { CancelPaymentDialog, type CancelPaymentDialogProps } from 'react-cancel-preauth/dialog';
import { useCheckout } from './Checkout.tsx';

export function MenuPayment({ onOpenChange, onCanceled, ...props }: CancelPaymentDialogProps): ReactElement {
  const { messages } = useCheckout();
  const [isOpen, setIsOpen] = useState(false);
  const [isCanceled, setIsCanceled] = useState(false);
  const menu = useRef<HTMLDetailsElement>(null);
  const menuButton = useRef<HTMLElement>(null);

  return (
    <div className="menu-row">
      <span>{isCanceled && messages.canceled}</span>
      <details ref={menu} className="menu" lang="en">
        <summary ref={menuButton}>More</summary>
        <ul>
          <li>
            <button type="button">Get help</button>
          </li>
          <li>
            <button
              type="button"
              disabled={isCanceled}
              onClick={() => {
                menu.current?.removeAttribute('open');
                setIsOpen(true);
              }}
            >
              Cancel payment
            </button>
          </li>
        </ul>
      </details>
      <CancelPaymentDialog
        {...props}
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          onOpenChange?.(open);
        }}
        onCanceled={(transactionId) => {
          setIsCanceled(true);
          onCanceled?.(transactionId);
        }}
        finalFocus={menuButton}
      />
    </div>
  );
}
