'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, useEffect, useMemo } from 'react';
import { reportUncaught } from './callHandler.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { formatAmount } from './formatAmount.ts';
import type { Part, TextPartProps } from './Part.ts';
import { partChildren } from './partChildren.tsx';

/** Says what confirming does. Not rendered after an error, which replaces it, or after success. Renders a `<p>`. */
export const CancelPaymentDescription: Part<TextPartProps, HTMLParagraphElement> = forwardRef(function Description(
  { asChild, children, ...props },
  ref,
) {
  const { state, messages, amount } = useCancelPaymentContext('Description');
  const { value, currency } = amount ?? {};
  const { locale } = messages;
  const formatted = useMemo(() => formatAmount(value, currency, locale), [value, currency, locale]);
  useEffect(() => {
    if (formatted.error) reportUncaught(formatted.error);
  }, [formatted.error]);
  if (state.status === 'error' || state.status === 'canceled') return null;
  const { text: amountText } = formatted;
  const text = amountText ? messages.descriptionWithAmount.replace('{amount}', () => amountText) : messages.description;
  return (
    <AlertDialog.Description {...props} ref={ref} asChild={asChild ?? false}>
      {partChildren({ asChild, children, text })}
    </AlertDialog.Description>
  );
});
