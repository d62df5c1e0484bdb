import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { CancelPaymentButton } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
import { findDialog, openDialog } from './steps.ts';

/**
 * The ready-made door: a button, its confirmation dialog, and every answer of PACE Pay. A bare `<button>` until somebody
 * is about to need more: the dialog is a chunk of its own. Takes a button's props besides its own.
 */
const meta = {
  title: 'Doors/CancelPaymentButton',
  component: CancelPaymentButton,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn() },
} satisfies Meta<typeof CancelPaymentButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Button: Story = {};

/** The dialog asks first, and focus is on the answer that changes nothing. */
export const KeepPayment: Story = {
  async play({ args, canvas, globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    await expect(within(dialog).getByRole('button', { name: messages.keep })).toHaveFocus();
    await expect(dialog).toHaveAccessibleDescription(/80/);

    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(canvas.getByRole('button', { name: messages.trigger })).toHaveFocus();
    await expect(args.onCanceled).not.toHaveBeenCalled();
  },
};

/** `children` replace the label, until the payment is canceled. */
export const OwnLabel: Story = {
  args: { children: 'Changed my mind' },
};

/** On a phone the dialog is a sheet at the thumb's end. */
export const Phone: Story = {
  args: { defaultOpen: true },
  globals: { viewport: { value: 'mobile1' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findDialog(messagesOf(globals));
    await expect(Math.round(dialog.getBoundingClientRect().bottom)).toBe(innerHeight);
  },
};

/** Dark, German and mirrored at once: the look takes its side from `dir` and its colors from `color-scheme`. */
export const DarkGermanMirrored: Story = {
  args: { defaultOpen: true },
  globals: { locale: 'de', theme: 'dark', direction: 'rtl' },
  tags: ['!autodocs'],
  async play() {
    const messages = messagesOf({ locale: 'de' });
    const dialog = await findDialog(messages);
    await expect(dialog).toHaveAttribute('lang', 'de');
    const [keep, confirm] = within(dialog).getAllByRole('button');
    await expect(keep?.getBoundingClientRect().left).toBeGreaterThan(confirm?.getBoundingClientRect().left ?? Infinity);
  },
};
