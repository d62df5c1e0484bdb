import type { ReactElement } from 'react';
import { CancelPaymentButton, type CancelPaymentRootProps } from 'react-cancel-preauth';

export function ThemedPayment(props: CancelPaymentRootProps): ReactElement {
  return (
    <CancelPaymentButton
      {...props}
      className="w-full text-sm"
      classNames={{
        title: 'tracking-tight',
        description: 'text-sm',
        error: 'text-sm',
        keep: 'text-sm',
        confirm: 'text-sm',
      }}
    />
  );
}
