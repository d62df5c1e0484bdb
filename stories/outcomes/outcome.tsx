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
import { confirm, expectButtons } from '../steps.ts';

const onCanceled = fn<(transactionId: string) => void>();
const onError = fn<(error: PayError) => void>();

/** What the meta of every outcome is made of. */
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
type Offer = 'close' | 'retry' | 'linkIdentity' | 'signIn';

/** In ms: three requests and the two waits between them, at their longest, and some air. */
const longestRetry = 8000;

/** The dialog has gone; the cancellation is shown, announced and passed on. */
export async function expectCanceled({ args, canvas, globals }: PlayContext): Promise<void> {
  const { canceled } = messagesOf(globals);
  const button = await canvas.findByRole('button', { name: canceled }, { timeout: 5000 });
  await expect(button).toHaveFocus();
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(screen.queryByRole('alertdialog')).toBeNull();
  await expect(screen.getByRole('status')).toHaveTextContent(canceled);
  await expect(onCanceled.mock.calls).toEqual([[args.transactionId]]);
}

/** Confirms, and resolves to the dialog once it says what `code` means to the user, and offers nothing but `offers`. */
async function expectError(
  { globals }: PlayContext,
  code: PayErrorCode,
  offers: readonly Offer[],
): Promise<HTMLElement> {
  const messages = messagesOf(globals);
  const dialog = await confirm(messages);
  const alert = within(dialog).getByRole('alert');
  await within(alert).findByText(messages.errors[code], {}, { timeout: longestRetry });
  await expectButtons(
    dialog,
    offers.map((offer) => messages[offer]),
  );

  await expect(onError.mock.calls).toEqual([[expect.objectContaining({ code })]]);
  const requestId = onError.mock.lastCall?.[0].requestId;
  await expect(requestId === undefined).toBe(code === 'network-error' || code === 'invalid-transaction-id');
  const texts = [messages.errors[code], ...(requestId ? [messages.reference(requestId)] : [])];
  await expect(alert.textContent.trim()).toBe(texts.join(' '));

  await expect(document.body).not.toHaveTextContent(messages.canceled);
  await expect(onCanceled).not.toHaveBeenCalled();
  return dialog;
}

/** A story that ends in a canceled payment. */
export function canceling(transactionId: string): OutcomeStory {
  return {
    args: { transactionId },
    async play(context) {
      await confirm(messagesOf(context.globals));
      await expectCanceled(context);
    },
  };
}

/** A story that ends in the message for `code`, and in `offers`. */
export function ending(
  code: PayErrorCode,
  offers: readonly Offer[],
  args: NonNullable<OutcomeStory['args']> = {},
): OutcomeStory {
  return {
    args: { transactionId: code === 'invalid-transaction-id' ? '../refunds' : sandboxTransactions[code], ...args },
    async play(context) {
      await expectError(context, code, offers);
    },
  };
}

/** A story in which the user does what the message for `code` asks for, tries again, and succeeds. */
export function recovering(code: 'missing-linked-identity' | 'unauthorized'): OutcomeStory {
  const offer = code === 'unauthorized' ? 'signIn' : 'linkIdentity';
  return {
    args: { transactionId: sandboxTransactions[code] },
    async play(context) {
      const messages = messagesOf(context.globals);
      const dialog = within(await expectError(context, code, ['close', offer]));
      await userEvent.click(dialog.getByRole('button', { name: messages[offer] }));
      await userEvent.click(await dialog.findByRole('button', { name: messages.retry }));
      await expectCanceled(context);
    },
  };
}
