import type { ComponentProps, ReactElement } from 'react';
import * as CancelPayment from 'react-cancel-preauth/parts';
import type { CancelPaymentRootProps } from 'react-cancel-preauth/parts';
import './design-system.css';

/** The button of your design system. */
function DesignSystemButton({
  variant,
  ...props
}: ComponentProps<'button'> & { variant: 'primary' | 'secondary' }): ReactElement {
  return <button {...props} type="button" className={`design-system-button design-system-button-${variant}`} />;
}

export function DesignSystemPayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPayment.Root {...props}>
      <CancelPayment.Trigger asChild>
        <DesignSystemButton variant="secondary" />
      </CancelPayment.Trigger>
      <CancelPayment.Portal>
        <CancelPayment.Overlay className="design-system-overlay" />
        <CancelPayment.Content className="design-system-dialog">
          <CancelPayment.Title />
          <CancelPayment.Description />
          <CancelPayment.Error className="design-system-error" />
          <div className="design-system-actions">
            <CancelPayment.Confirm asChild>
              <DesignSystemButton variant="primary" />
            </CancelPayment.Confirm>
            <CancelPayment.Keep asChild>
              <DesignSystemButton variant="secondary" />
            </CancelPayment.Keep>
          </div>
        </CancelPayment.Content>
      </CancelPayment.Portal>
    </CancelPayment.Root>
  );
}
