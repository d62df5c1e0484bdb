import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, within } from 'storybook/test';
import * as CancelPayment from 'react-cancel-preauth/parts';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from '../Checkout.tsx';
import { getDialogButton, openAndConfirm, openDialog } from '../dialogSteps.ts';
import { CancelPaymentButton } from '../../registry/cancel-payment-button.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import utilities from '../../registry/cancel-payment-button.tsx?raw';
import tailwind from './tailwind.css?inline';
import { ThemedPayment } from './ThemedPayment.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import themed from './ThemedPayment.tsx?raw';

/**
 * With Tailwind CSS, and the tokens of shadcn/ui if you use them: either the ready-made button with its variables mapped to
 * your tokens, or the component that the shadcn CLI adds: the parts, styled with utilities. [How it works](?path=/docs/styling--docs#tailwind-css-and-shadcnui).
 */
const meta = {
  title: 'Recipes/Tailwind and shadcn',
  tags: ['screenshot-light-dark'],
  component: CancelPayment.Root,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn() },
  parameters: { docs: { source: { code: utilities, language: 'tsx' } } },
  decorators: [
    (Story) => (
      <>
        <style>{tailwind}</style>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof CancelPayment.Root>;

export default meta;
type Story = StoryObj<typeof meta>;

/** `CancelPaymentButton` with its variables mapped to the tokens. */
export const Tokens: Story = {
  parameters: { docs: { source: { code: themed, language: 'tsx' } } },
  render: (args) => <ThemedPayment {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    await openDialog(messages);
    const keep = getDialogButton(messages.keep);
    await expect(getComputedStyle(keep).fontSize).toBe('14px'); // a utility overrides the package's layer
    await expect(getComputedStyle(keep).borderTopWidth).toBe('1px'); // the package's layer overrides Tailwind's base
  },
};

/** What `shadcn add` adds: `CancelPayment` parts styled with utilities, with the app's own button through `asChild`. */
export const Utilities: Story = {
  render: (args) => <CancelPaymentButton {...args} />,
  async play({ globals }) {
    await openDialog(messagesOf(globals));
  },
};

export const UtilitiesCanceled: Story = {
  render: (args) => <CancelPaymentButton {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    await openAndConfirm(messages);
    await expect(await screen.findByRole('button', { name: messages.canceled })).toHaveFocus();
  },
};

export const UtilitiesAfterAnError: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  render: (args) => <CancelPaymentButton {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openAndConfirm(messages);
    await within(dialog).findByText(messages.errors.forbidden);
  },
};
