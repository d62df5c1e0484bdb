import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { CancelPaymentButton, createPayClient } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { amount, messagesOf } from './Checkout.tsx';
import {
  findDialogButton,
  findOpenDialog,
  getDialogButton,
  openAndConfirm,
  openDialog,
  waitForClose,
} from './dialogSteps.ts';

/**
 * The ready-made component: a button, its confirmation dialog, and a message for every outcome. At first it renders a plain
 * `<button>`; the dialog is a separate chunk that loads before the user needs it. Also accepts all props of a button.
 */
const meta = {
  title: 'Components and API/CancelPaymentButton',
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
    await expect(await findOpenDialog(messagesOf(globals))).toBeVisible();
  },
};

/** The dialog asks for confirmation. Focus is on the button that keeps the payment. */
export const KeepPayment: Story = {
  async play({ args, canvas, globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    await expect(getDialogButton(messages.keep)).toHaveFocus();
    await expect(dialog).toHaveAccessibleDescription(/80/);

    await userEvent.keyboard('{Enter}');
    await waitForClose();
    await expect(canvas.getByRole('button', { name: messages.trigger })).toHaveFocus();
    await expect(args.onCanceled).not.toHaveBeenCalled();
  },
};

/** `children` replace the label, until the payment is canceled. */
export const CustomLabel: Story = {
  args: { children: 'Changed my mind' },
};

/** For example, while the app does something else with the payment. */
export const Disabled: Story = {
  args: { disabled: true },
  tags: ['screenshot'],
  async play({ canvas, globals }) {
    await expect(canvas.getByRole('button', { name: messagesOf(globals).trigger })).toBeDisabled();
  },
};

const pendingClient = createPayClient({ fetch: () => new Promise(() => {}), timeout: Infinity });

/** The dialog stays open until PACE Pay responds, which it never does here. */
export const WhileCanceling: Story = {
  tags: ['screenshot'],
  render: (args) => <CancelPaymentButton {...args} client={pendingClient} />,
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openAndConfirm(messages);
    await findDialogButton(messages.pending);
    await expect(dialog).toHaveAttribute('aria-busy', 'true');
  },
};

/** On a phone the dialog is a bottom sheet. */
export const Phone: Story = {
  args: { defaultOpen: true },
  globals: { viewport: { value: 'phone' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findOpenDialog(messagesOf(globals));
    await expect(Math.round(dialog.getBoundingClientRect().bottom)).toBe(innerHeight);
  },
};

/** The longest labels on a small phone: stacked, and nothing is clipped. */
export const PhoneInGerman: Story = {
  args: { defaultOpen: true },
  globals: { locale: 'de', viewport: { value: 'phone' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findOpenDialog(messagesOf(globals));
    const [first, second] = within(dialog).getAllByRole('button');
    await expect(second?.getBoundingClientRect().top).toBeGreaterThan(
      first?.getBoundingClientRect().bottom ?? Infinity,
    );
    await expect(dialog.scrollWidth).toBe(dialog.clientWidth);
  },
};

/** Dark and in Arabic: the layout follows the direction of the language, and the colors follow `color-scheme`. */
export const DarkInArabic: Story = {
  args: { defaultOpen: true },
  globals: { locale: 'ar', theme: 'dark', viewport: { value: 'desk' } },
  tags: ['!autodocs'],
  async play({ globals }) {
    const dialog = await findOpenDialog(messagesOf(globals));
    await expect(dialog).toHaveAttribute('lang', 'ar');
    const [first, second] = within(dialog).getAllByRole('button');
    await expect(first?.getBoundingClientRect().left).toBeGreaterThan(second?.getBoundingClientRect().left ?? Infinity);
  },
};
