import { expect, screen, userEvent, within } from 'storybook/test';
import type { CancelPaymentMessages } from 'react-cancel-preauth';

/** What a user does with the button, or a house's own trigger: one click. Resolves to the dialog. */
export async function openDialog(messages: CancelPaymentMessages): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: messages.trigger }));
  return findDialog(messages);
}

/** The dialog, at the end of its entrance. */
export async function findDialog(messages: CancelPaymentMessages): Promise<HTMLElement> {
  const dialog = await screen.findByRole('alertdialog', { name: messages.title });
  for (const animation of dialog.getAnimations()) animation.finish();
  return dialog;
}

/** Opens the dialog and confirms. */
export async function confirm(messages: CancelPaymentMessages): Promise<HTMLElement> {
  const dialog = await openDialog(messages);
  await userEvent.click(within(dialog).getByRole('button', { name: messages.confirm }));
  return dialog;
}

/** The dialog offers these, in this order, and no others. */
export async function expectButtons(dialog: HTMLElement, labels: readonly string[]): Promise<void> {
  const buttons = within(dialog).getAllByRole('button');
  await expect(buttons.map((button) => button.textContent)).toEqual(labels);
}
