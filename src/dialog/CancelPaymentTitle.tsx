'use client';

import * as AlertDialog from '@radix-ui/react-alert-dialog';
import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import type { CancellationState } from './Cancellation.ts';
import { useCancelPaymentContext } from './CancelPaymentContext.ts';
import { errorActions } from './errorActions.ts';
import type { Part } from './Part.ts';
import { partChildren } from './partChildren.tsx';

const errorTitles = {
  none: 'titleFinal',
  retry: 'titleNotConfirmed',
  signIn: 'titleActionRequired',
  linkIdentity: 'titleActionRequired',
} as const;

function titleOf(state: CancellationState) {
  if (state.status === 'canceled') return 'canceled';
  return state.status === 'error' ? errorTitles[errorActions[state.error.code]] : 'title';
}

/**
 * Names the dialog and says what state it is in. `children` replace the question only: when the cancellation is not
 * confirmed, needs another step, is impossible or has succeeded, the title comes from the messages. Renders an `<h2>`.
 */
export const CancelPaymentTitle: Part<
  ComponentPropsWithoutRef<typeof AlertDialog.Title>,
  HTMLHeadingElement
> = forwardRef(function Title({ asChild, children, ...props }, ref) {
  const { state, messages } = useCancelPaymentContext('Title');
  const key = titleOf(state);
  return (
    <AlertDialog.Title {...props} ref={ref} asChild={asChild ?? false}>
      {partChildren({ asChild, children, text: messages[key], hasChanged: key !== 'title' })}
    </AlertDialog.Title>
  );
});
