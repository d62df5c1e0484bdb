import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test';
import { CancelPaymentButton, createPayClient } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
import { confirm, findDialog, openDialog } from './steps.ts';

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

export const Button: Story = {
  tags: ['screenshot'],
};

/** The dialog asks first. */
export const Open: Story = {
  args: { defaultOpen: true },
  tags: ['!autodocs', 'screenshot'],
  async play({ globals }) {
    await expect(await findDialog(messagesOf(globals))).toBeVisible();
  },
};

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

/** A screen may have its own reasons for a button that cannot be pressed. */
export const Disabled: Story = {
  args: { disabled: true },
  tags: ['screenshot'],
  async play({ canvas, globals }) {
    await expect(canvas.getByRole('button', { name: messagesOf(globals).trigger })).toBeDisabled();
  },
};

const neverAnswered = createPayClient({ fetch: () => new Promise(() => {}), timeout: Infinity });

/** Until PACE Pay has answered, the dialog stays. Here it never does. */
export const WhileCanceling: Story = {
  tags: ['screenshot'],
  render: (args) => <CancelPaymentButton {...args} client={neverAnswered} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await confirm(messages);
    await within(dialog).findByRole('button', { name: messages.pending });
    await expect(dialog).toHaveAttribute('aria-busy', 'true');
  },
};

/** On a phone the dialog is a sheet at the thumb's end. */
export const Phone: Story = {
  args: { defaultOpen: true },
  globals: { viewport: { value: 'phone' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findDialog(messagesOf(globals));
    await expect(Math.round(dialog.getBoundingClientRect().bottom)).toBe(innerHeight);
  },
};

/** The longest labels on a small phone: below each other, and nothing is cut off. */
export const PhoneInGerman: Story = {
  args: { defaultOpen: true },
  globals: { locale: 'de', viewport: { value: 'phone' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findDialog(messagesOf(globals));
    const [first, second] = within(dialog).getAllByRole('button');
    await expect(second?.getBoundingClientRect().top).toBeGreaterThan(
      first?.getBoundingClientRect().bottom ?? Infinity,
    );
    await expect(dialog.scrollWidth).toBe(dialog.clientWidth);
  },
};

/** Dark and Arabic at once: the look takes its side from the language's direction and its colors from `color-scheme`. */
export const DarkInArabic: Story = {
  args: { defaultOpen: true },
  globals: { locale: 'ar', theme: 'dark', viewport: { value: 'desk' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findDialog(messagesOf(globals));
    await expect(dialog).toHaveAttribute('lang', 'ar');
    const [first, second] = within(dialog).getAllByRole('button');
    await expect(first?.getBoundingClientRect().left).toBeGreaterThan(second?.getBoundingClientRect().left ?? Infinity);
  },
};
