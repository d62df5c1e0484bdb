import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import * as CancelPayment from 'react-cancel-preauth/parts';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './DesignSystemPayment.tsx?raw';
import { DesignSystemPayment } from './DesignSystemPayment.tsx';
import { expectButtons, getDialogButton, openAndConfirm, openDialog, waitForClose } from './dialogSteps.ts';

/**
 * The same dialog with the components of your design system: the parts have behavior, texts and accessibility, but no
 * styles. With `asChild` a part renders its child element instead of its own. Without children it renders its default text.
 */
const meta = {
  title: 'Components and API/CancelPayment parts',
  component: CancelPayment.Root,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn() },
  parameters: { docs: { source: { code, language: 'tsx' } } },
  render: (args) => <DesignSystemPayment {...args} />,
} satisfies Meta<typeof CancelPayment.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

export const DesignSystem: Story = {
  tags: ['screenshot-light-dark'],
  async play({ globals }) {
    const messages = messagesOf(globals);
    await openDialog(messages);
    await expectButtons([messages.confirm, messages.keep]);
    const keep = getDialogButton(messages.keep);
    await expect(keep).toHaveClass('design-system-button');
    await expect(keep).toHaveFocus();
  },
};

export const Canceled: Story = {
  tags: ['screenshot-light-dark'],
  async play({ args, canvas, globals }) {
    const messages = messagesOf(globals);
    await openAndConfirm(messages);
    await canvas.findByRole('button', { name: messages.canceled }, { timeout: 3000 });
    await waitForClose();
    await expect(args.onCanceled).toHaveBeenCalledWith(args.transactionId);
  },
};

/** After a final error, Close is the only button. */
export const NoLongerOpen: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openAndConfirm(messages);
    await within(dialog).findByText(messages.errors.forbidden);
    await expectButtons([messages.close]);
    await userEvent.click(getDialogButton(messages.close));
    await waitForClose();
  },
};
