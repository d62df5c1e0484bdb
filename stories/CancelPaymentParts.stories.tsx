import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { CancelPayment } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './HousePayment.tsx?raw';
import { HousePayment } from './HousePayment.tsx';
import { confirm, expectButtons, openDialog } from './steps.ts';

/**
 * The same dialog in the clothes of a house: the parts bring behavior, texts and accessibility, but no style at all. With
 * `asChild` a part becomes its child; without children it says what it has to say.
 */
const meta = {
  title: 'Doors/CancelPayment parts',
  component: CancelPayment.Root,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn() },
  parameters: { docs: { source: { code, language: 'tsx' } } },
  render: (args) => <HousePayment {...args} />,
} satisfies Meta<typeof CancelPayment.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

export const HouseStyle: Story = {
  tags: ['screenshot-light-dark'],
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    await expectButtons(dialog, [messages.confirm, messages.keep]);
    const keep = within(dialog).getByRole('button', { name: messages.keep });
    await expect(keep).toHaveClass('house-button');
    await expect(keep).toHaveFocus();
  },
};

export const Canceled: Story = {
  tags: ['screenshot-light-dark'],
  async play({ args, canvas, globals }) {
    const messages = messagesOf(globals);
    await confirm(messages);
    await canvas.findByRole('button', { name: messages.canceled }, { timeout: 3000 });
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(args.onCanceled).toHaveBeenCalledWith(args.transactionId);
  },
};

/** The house's buttons follow: a final answer leaves only Close. */
export const NoLongerOpen: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await confirm(messages);
    await within(dialog).findByText(messages.errors.forbidden);
    await expectButtons(dialog, [messages.close]);
    await userEvent.click(within(dialog).getByRole('button', { name: messages.close }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  },
};
