import type { Meta } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { messagesOf } from '../Checkout.tsx';
import { confirm } from '../steps.ts';
import { expectCanceled, outcome, type OutcomeStory } from './outcome.tsx';

/**
 * **204 after 3 s.** Until then the dialog stays: it shows that something is going on, and neither Esc, nor Keep, nor a
 * second confirmation does anything.
 */
export default { ...outcome, title: 'Outcomes/slow' } satisfies Meta<typeof outcome.component>;

export const Slow: OutcomeStory = {
  args: { transactionId: sandboxTransactions.slow },
  async play(context) {
    const messages = messagesOf(context.globals);
    const dialog = await confirm(messages);
    const pending = await within(dialog).findByRole('button', { name: messages.pending });
    const keep = within(dialog).getByRole('button', { name: messages.keep });
    await expect(dialog).toHaveAttribute('aria-busy', 'true');
    await expect(pending).toHaveAttribute('aria-disabled', 'true');
    await expect(keep).toHaveAttribute('aria-disabled', 'true');

    await userEvent.keyboard('{Escape}');
    await userEvent.click(keep);
    await userEvent.click(pending);
    await expect(dialog).toBeVisible();
    await expect(pending).toHaveFocus();

    await expectCanceled(context);
  },
};
