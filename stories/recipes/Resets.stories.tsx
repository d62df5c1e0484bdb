import CssBaseline from '@mui/material/CssBaseline';
import type { Decorator, Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { CancelPaymentButton } from 'react-cancel-preauth';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?raw';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import tailwind3 from 'tailwindcss-3/src/css/preflight.css?raw';
import { amount, messagesOf } from '../Checkout.tsx';
import { getDialogButton, openDialog } from '../dialogSteps.ts';
import { differencesBy } from '../../tests/support/differencesBy.ts';
import tailwind4 from './resets/tailwind-4.css?inline';
import universal from './resets/universal.css?inline';

/** A reset in a `<style>` without a layer, as most apps have it. */
const withReset =
  (css: string): Decorator =>
  (Story) => (
    <>
      <style data-reset>{css}</style>
      <Story />
    </>
  );

/** The sheets of the reset: of the `<style>` above, or of Emotion, which MUI uses. */
function findResets(): CSSStyleSheet[] {
  const elements = document.querySelectorAll<HTMLStyleElement>('style[data-reset], style[data-emotion]');
  return [...elements].flatMap(({ sheet }) => sheet ?? []);
}

/** The page's reset changes nothing in the button and the dialog. [How it works](?path=/docs/styling--docs#rules). */
const meta = {
  title: 'Recipes/Resets',
  component: CancelPaymentButton,
  args: { transactionId: sandboxTransactions.forbidden, amount, onCanceled: fn(), onError: fn() },
  async play({ globals }) {
    const messages = messagesOf(globals);
    const dialog = await openDialog(messages);
    const resets = findResets();
    await expect(resets.length).toBeGreaterThan(0);
    await expect(differencesBy(resets)).toEqual([]);

    getDialogButton(messages.confirm).click();
    await within(dialog).findByText(messages.errors.forbidden);
    await expect(differencesBy(resets)).toEqual([]);
  },
} satisfies Meta<typeof CancelPaymentButton>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Universal: Story = { decorators: [withReset(universal)] };

export const Tailwind4Preflight: Story = { name: 'Tailwind CSS 4', decorators: [withReset(tailwind4)] };

export const Tailwind3Preflight: Story = {
  name: 'Tailwind CSS 3',
  // Tailwind replaces `theme()` with the value from its configuration, or with the fallback.
  decorators: [withReset(tailwind3.replace(/theme\('[\w.]+'(?:\[[^\]]+\])?, ?((?:[^()]|\([^)]*\))+)\)/g, '$1'))],
};

export const BootstrapReboot: Story = { name: 'Bootstrap', decorators: [withReset(reboot)] };

export const MuiCssBaseline: Story = {
  name: 'MUI',
  decorators: [
    (Story) => (
      <>
        <CssBaseline />
        <Story />
      </>
    ),
  ],
};
