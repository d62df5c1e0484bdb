import type { ReactElement } from 'react';
import { CancelPaymentButton } from 'react-cancel-preauth';
import type { CancelPaymentRootProps } from 'react-cancel-preauth/parts';

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
