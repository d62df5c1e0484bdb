import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { CancelPaymentDialog } from 'react-cancel-preauth/dialog';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './MenuPayment.tsx?raw';
import { MenuPayment } from './MenuPayment.tsx';
import { findOpenDialog, getDialogButton, waitForClose } from './dialogSteps.ts';

/** The dialog without a button, opened and closed by the app, for example from a menu item. */
const meta = {
  title: 'Components and API/CancelPaymentDialog',
  component: CancelPaymentDialog,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn(), onOpenChange: fn() },
  parameters: { docs: { source: { code, language: 'tsx' } } },
  render: (args) => <MenuPayment {...args} />,
} satisfies Meta<typeof CancelPaymentDialog>;

export default meta;
type Story = StoryObj<typeof meta>;

async function chooseCancelPayment(canvas: ReturnType<typeof within>): Promise<void> {
  await userEvent.click(canvas.getByText('More'));
  await userEvent.click(canvas.getByRole('button', { name: 'Cancel payment' }));
}

export const FromMenu: Story = {
  async play({ args, canvas, globals }) {
    const messages = messagesOf(globals);
    await chooseCancelPayment(canvas);
    await findOpenDialog(messages);
    await userEvent.click(getDialogButton(messages.confirm));

    await waitForClose({ timeout: 3000 });
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false);
    await expect(args.onCanceled).toHaveBeenCalledWith(args.transactionId);
    await expect(screen.getByRole('status')).toHaveTextContent(messages.canceled);
  },
};

/** An app may ignore `onOpenChange`. The dialog then says that the payment is canceled. */
export const KeptOpen: Story = {
  tags: ['!autodocs', 'screenshot'],
  render: (args) => <CancelPaymentDialog {...args} open />,
  async play({ args, globals }) {
    const messages = messagesOf(globals);
    await findOpenDialog(messages);
    await userEvent.click(getDialogButton(messages.confirm));
    const dialog = await screen.findByRole('alertdialog', { name: messages.canceled });
    await waitFor(() => expect(getDialogButton(messages.close)).toHaveFocus());
    await expect(within(dialog).getAllByRole('button')).toHaveLength(1);
    await expect(args.onCanceled).toHaveBeenCalledTimes(1);
  },
};

/** The menu item is hidden when the dialog closes, so `finalFocus` is the menu's button. */
export const FocusReturnsToMenu: Story = {
  async play({ args, canvas, globals }) {
    await chooseCancelPayment(canvas);
    await findOpenDialog(messagesOf(globals));
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(canvas.getByText('More')).toHaveFocus());
    await expect(args.onCanceled).not.toHaveBeenCalled();
  },
};
