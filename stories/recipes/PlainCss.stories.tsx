import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { CancelPaymentButton } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from '../Checkout.tsx';
import { getDialogButton, openAndConfirm, openDialog } from '../dialogSteps.ts';
import brand from './brand.css?inline';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './brand.css?raw';

/**
 * A brand in a few lines of CSS: variables on `:root`, and your own rule where there is no variable. Nothing needs
 * `!important`, because the package's rules are in a layer. [How it works](?path=/docs/styling--docs).
 */
const meta = {
  title: 'Recipes/Plain CSS',
  tags: ['screenshot-light-dark'],
  component: CancelPaymentButton,
  args: { transactionId: sandboxTransactions.open, amount, onCanceled: fn(), onError: fn() },
  parameters: { docs: { source: { code, language: 'css' } } },
  decorators: [
    (Story) => (
      <>
        <style>{brand}</style>
        <Story />
      </>
    ),
  ],
} satisfies Meta<typeof CancelPaymentButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Brand: Story = {
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    const keep = getDialogButton(messages.keep);
    await expect(getComputedStyle(keep).borderRadius).toBe('999px');
    await expect(getComputedStyle(dialog).borderStartStartRadius).toBe('28px');
    const title = within(dialog).getByRole('heading', { name: messages.title });
    await expect(getComputedStyle(title).letterSpacing).toBe('-0.4px');
  },
};

export const BrandAfterAnError: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openAndConfirm(messages);
    await within(dialog).findByText(messages.errors.forbidden);
  },
};
