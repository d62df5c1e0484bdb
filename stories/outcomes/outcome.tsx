import type { StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, within } from 'storybook/test';
import {
  CancelPaymentButton,
  type CancelPaymentButtonProps,
  type PayError,
  type PayErrorCode,
} from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf, useCheckout } from '../Checkout.tsx';
import { expectButtons, findDialogButton, getDialogButton, openAndConfirm } from '../dialogSteps.ts';

const onCanceled = fn<(transactionId: string) => void>();
const onError = fn<(error: PayError) => void>();

/** The meta shared by the stories of all outcomes. */
export const outcome = {
  component: CancelPaymentButton,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled, onError },
  render: function Render(args: CancelPaymentButtonProps) {
    const { renewToken } = useCheckout();
    return <CancelPaymentButton onLinkIdentity={renewToken} onSignIn={renewToken} {...args} />;
  },
};

export type OutcomeStory = StoryObj<typeof outcome>;
type PlayContext = Parameters<NonNullable<OutcomeStory['play']>>[0];
type Action = 'close' | 'retry' | 'linkIdentity' | 'signIn';

/** In ms: the longest time for three requests and the two delays between them, with some margin. */
const retryTimeout = 8000;

/** Expects the dialog to be closed, and the cancellation to be shown, announced and passed to `onCanceled`. */
export async function expectCanceled({ args, canvas, globals }: PlayContext): Promise<void> {
  const { canceled } = messagesOf(globals);
  const button = await canvas.findByRole('button', { name: canceled }, { timeout: 5000 });
  await expect(button).toHaveFocus();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(screen.queryByRole('alertdialog')).toBeNull();
  await expect(screen.getByRole('status')).toHaveTextContent(canceled);
  await expect(onCanceled.mock.calls).toEqual([[args.transactionId]]);
}

/** Confirms, and expects the message for `code` and exactly these actions. */
async function expectError({ globals }: PlayContext, code: PayErrorCode, actions: readonly Action[]): Promise<void> {
  const messages = messagesOf(globals);
  const dialog = await openAndConfirm(messages);
  const alert = within(dialog).getByRole('alert');
  await within(alert).findByText(messages.errors[code], {}, { timeout: retryTimeout });
  // After rate-limited, it counts down first.
  if (code === 'rate-limited') await within(dialog).findByRole('button', { name: messages.retry }, { timeout: 8000 });
  await expectButtons(actions.map((action) => messages[action]));

  await expect(onError.mock.calls).toEqual([[expect.objectContaining({ code })]]);
  const requestId = onError.mock.lastCall?.[0].requestId;
  await expect(requestId === undefined).toBe(code === 'network-error' || code === 'invalid-transaction-id');
  const texts = [messages.errors[code], ...(requestId ? [messages.reference.replace('{id}', requestId)] : [])];
  await expect(alert.textContent.trim()).toBe(texts.join(' '));

  await expect(document.body).not.toHaveTextContent(messages.canceled);
  await expect(onCanceled).not.toHaveBeenCalled();
}

/** A story in which the payment is canceled. */
export function canceledStory(transactionId: string): OutcomeStory {
  return {
    args: { transactionId },
    async play(context) {
      await openAndConfirm(messagesOf(context.globals));
      await expectCanceled(context);
    },
  };
}

/** A story in which the dialog shows the message for `code` and exactly these actions. */
export function errorStory(
  code: PayErrorCode,
  actions: readonly Action[],
  args: NonNullable<OutcomeStory['args']> = {},
): OutcomeStory {
  return {
    args: { transactionId: code === 'invalid-transaction-id' ? '../refunds' : sandboxTransactions[code], ...args },
    async play(context) {
      await expectError(context, code, actions);
    },
  };
}

/** A story in which the user signs in or links their account after an error, tries again, and succeeds. */
export function recoveryStory(code: 'missing-linked-identity' | 'unauthorized'): OutcomeStory {
  const action = code === 'unauthorized' ? 'signIn' : 'linkIdentity';
  return {
    args: { transactionId: sandboxTransactions[code] },
    async play(context) {
      const messages = messagesOf(context.globals);
      await expectError(context, code, ['close', action]);
      await userEvent.click(getDialogButton(messages[action]));
      await userEvent.click(await findDialogButton(messages.retry));
      await expectCanceled(context);
    },
  };
}
