import type { Meta } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { messagesOf } from '../Checkout.tsx';
import { findDialogButton, getDialogButton, openAndConfirm } from '../dialogSteps.ts';
import { expectCanceled, outcome, type OutcomeStory } from './outcome.tsx';

/**
 * **204 after 3 s.** Until then the dialog stays open and shows that the request is in progress. Esc, Keep and a second
 * confirmation do nothing.
 */
export default { ...outcome, title: 'Outcomes/slow' } satisfies Meta<typeof outcome.component>;

export const Slow: OutcomeStory = {
  args: { transactionId: sandboxTransactions.slow },
  async play(context) {
    const messages = messagesOf(context.globals);
    const dialog = await openAndConfirm(messages);
    const pending = await findDialogButton(messages.pending);
    const keep = getDialogButton(messages.keep);
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
