import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, within } from 'storybook/test';
import { CancelPayment } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from '../Checkout.tsx';
import { confirm, openDialog } from '../steps.ts';
import tailwind from './tailwind.css?inline';
import { ThemedPayment } from './ThemedPayment.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import themed from './ThemedPayment.tsx?raw';
import { UtilityPayment } from './UtilityPayment.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import utilities from './UtilityPayment.tsx?raw';

/**
 * With Tailwind CSS, and the tokens of shadcn/ui if you have them: either the ready-made button with its variables mapped
 * to your tokens, or the parts in utilities. [How it is done](?path=/docs/theming--docs#tailwind-css-and-shadcnui).
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

/** `CancelPaymentButton`, its variables mapped to the tokens. */
export const Tokens: Story = {
  parameters: { docs: { source: { code: themed, language: 'tsx' } } },
  render: (args) => <ThemedPayment {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    const keep = within(dialog).getByRole('button', { name: messages.keep });
    await expect(getComputedStyle(keep).fontSize).toBe('14px'); // a utility wins over the package's layer
    await expect(getComputedStyle(keep).borderTopWidth).toBe('1px'); // and the package's layer over Tailwind's base
  },
};

/** `CancelPayment` parts in utilities, with a button of the app's own through `asChild`. */
export const Utilities: Story = {
  render: (args) => <UtilityPayment {...args} />,
  async play({ globals }) {
    await openDialog(messagesOf(globals));
  },
};

export const UtilitiesCanceled: Story = {
  render: (args) => <UtilityPayment {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    await confirm(messages);
    await expect(await screen.findByRole('button', { name: messages.canceled })).toHaveFocus();
  },
};

export const UtilitiesAfterAnError: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  render: (args) => <UtilityPayment {...args} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await confirm(messages);
    await within(dialog).findByText(messages.errors.forbidden);
  },
};
