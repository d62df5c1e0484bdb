import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import type { CancelPaymentMessages } from 'react-cancel-preauth';
import { finishAnimations } from '../tests/support/animations.ts';
import { createDialogQueries } from '../tests/support/createDialogQueries.ts';

const { findDialog, getDialogButton, getDialogButtonLabels, findDialogButton, waitForClose } = createDialogQueries({
  screen,
  within,
  waitFor,
});
export { findDialogButton, getDialogButton, waitForClose };

/** Waits for the dialog, and skips its entrance animation. */
export async function findOpenDialog(messages: CancelPaymentMessages): Promise<HTMLElement> {
  const dialog = await findDialog(messages.title);
  finishAnimations();
  return dialog;
}

/** Clicks the button that opens the dialog. */
export async function openDialog(messages: CancelPaymentMessages): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: messages.trigger }));
  return findOpenDialog(messages);
}

/** Opens the dialog and confirms. */
export async function openAndConfirm(messages: CancelPaymentMessages): Promise<HTMLElement> {
  const dialog = await openDialog(messages);
  await userEvent.click(getDialogButton(messages.confirm));
  return dialog;
}

/** Expects the buttons of the dialog, in this order. */
export async function expectButtons(labels: readonly string[]): Promise<void> {
  await expect(getDialogButtonLabels()).toEqual(labels);
}
