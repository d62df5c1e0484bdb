import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { messagesOf } from './Checkout.tsx';
import { Payment } from './Payment.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './Payment.tsx?raw';

/**
 * The hook alone, for a UI that is not a dialog. It returns TanStack Query's mutation unchanged. Here it asks for
 * confirmation in place. `useIsCancelingPreAuth` shows the pending state elsewhere on the page.
 */
const meta = {
  title: 'Components and API/useCancelPreAuth',
  component: Payment,
  args: { transactionId: sandboxTransactions.open },
  parameters: { docs: { source: { code, language: 'tsx' } } },
} satisfies Meta<typeof Payment>;

export default meta;
type Story = StoryObj<typeof meta>;
type PlayContext = Parameters<NonNullable<Story['play']>>[0];

async function cancel({ canvas, globals }: PlayContext): Promise<void> {
  const messages = messagesOf(globals);
  await userEvent.click(canvas.getByText(messages.title));
  await userEvent.click(canvas.getByRole('button', { name: messages.confirm }));
}

export const CustomInterface: Story = {
  async play(context) {
    const { canvas, globals } = context;
    await cancel(context);
    await canvas.findByText(messagesOf(globals).pending);
    const button = await canvas.findByRole('button', { name: messagesOf(globals).canceled });
    await expect(button).toHaveFocus();
    await expect(canvas.getByRole('status')).toBeEmptyDOMElement();
  },
};

/** `error.code` selects the text, from the package's messages or your own. */
export const NoLongerOpen: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  async play(context) {
    const { canvas, globals } = context;
    await cancel(context);
    await canvas.findByText(messagesOf(globals).errors.forbidden);
  },
};
