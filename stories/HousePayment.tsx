import type { ComponentProps, ReactElement } from 'react';
import { CancelPayment, type CancelPaymentRootProps } from 'react-cancel-preauth';
import './house.css';

/** A design system's own button. It knows nothing of payments. */
function HouseButton({ tone, ...props }: ComponentProps<'button'> & { tone: 'quiet' | 'loud' }): ReactElement {
  return <button {...props} type="button" className={`house-button house-button-${tone}`} />;
}

export function HousePayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPayment.Root {...props}>
      <CancelPayment.Trigger asChild>
        <HouseButton tone="quiet" />
      </CancelPayment.Trigger>
      <CancelPayment.Portal>
        <CancelPayment.Overlay className="house-overlay" />
        <CancelPayment.Content className="house-dialog">
          <CancelPayment.Title />
          <CancelPayment.Description />
          <CancelPayment.Error className="house-error" />
          <div className="house-actions">
            <CancelPayment.Confirm asChild>
              <HouseButton tone="loud" />
            </CancelPayment.Confirm>
            <CancelPayment.Keep asChild>
              <HouseButton tone="quiet" />
            </CancelPayment.Keep>
          </div>
        </CancelPayment.Content>
      </CancelPayment.Portal>
    </CancelPayment.Root>
  );
}
