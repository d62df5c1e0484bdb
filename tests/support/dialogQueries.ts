import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { createDialogQueries } from './createDialogQueries.ts';

export const { getDialog, findDialog, getDialogButtons, getDialogButtonLabels, findDialogButton, waitForClose } =
  createDialogQueries({ screen, within, waitFor });

/** The button that opens the dialog, even while the open dialog hides it from assistive technology. */
export const getTrigger = (name = 'Cancel payment', { expanded = false } = {}): HTMLElement =>
  screen.getByRole('button', { name, hidden: true, expanded });

export const findCanceledButton = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Payment canceled' });

/** A button of the page, or of the dialog while it is open. */
export const getButton = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** All buttons of the page, or only those of the dialog while it is open. */
export const getAccessibleButtons = (): HTMLElement[] => screen.getAllByRole('button');

export const waitForFocus = (name: string): Promise<void> =>
  waitFor(() => {
    expect(getButton(name)).toHaveFocus();
  });
