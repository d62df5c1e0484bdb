'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef } from 'react';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { isFinal } from './errorActions.ts';
import type { Part, TextPartProps } from './Part.ts';
import { partChildren } from './partChildren.tsx';

/**
 * Says why the cancellation is not confirmed, with a reference for support, in a `role="alert"`. Replaces the
 * description of the dialog. Renders a `<p>` while there is an error.
 */
export const CancelPaymentError: Part<TextPartProps, HTMLParagraphElement> = forwardRef(function Error(
  { asChild, children, ...props },
  ref,
) {
  const { state, messages } = useCancelPaymentContext('Error');
  if (state.status !== 'error') return <div role="alert" />;
  const { code, requestId } = state.error;
  const [before, after] = messages.reference.split('{id}');
  const text = (
    <>
      <span>{messages.errors[code]}</span>{' '}
      {requestId && (
        <small>
          {before}
          <bdi dir="ltr" translate="no">
            {requestId}
          </bdi>
          {after}
        </small>
      )}
    </>
  );
  return (
    <div role="alert">
      <AlertDialog.Description
        {...props}
        key={state.attempt} // the same error again is a new element, so it is announced again
        ref={ref}
        asChild={asChild ?? false}
        data-code={code}
        data-final={isFinal(code) ? '' : undefined}
      >
        {partChildren({ asChild, children, text })}
      </AlertDialog.Description>
    </div>
  );
});
