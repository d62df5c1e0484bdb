interface ByRoleOptions {
  name?: string | RegExp;
}

interface Queries {
  getByRole: (role: string, options?: ByRoleOptions) => HTMLElement;
  getAllByRole: (role: string, options?: ByRoleOptions) => HTMLElement[];
  findByRole: (role: string, options?: ByRoleOptions) => Promise<HTMLElement>;
  queryByRole: (role: string, options?: ByRoleOptions) => HTMLElement | null;
}

/** `@testing-library/react` in tests, `storybook/test` in play functions. */
interface TestingLibrary {
  screen: Queries;
  within: (element: HTMLElement) => Queries;
  waitFor: (callback: () => void, options?: { timeout?: number }) => Promise<void>;
}

/** Queries for the open dialog, the same in tests and stories. */
export function createDialogQueries({ screen, within, waitFor }: TestingLibrary) {
  const getDialog = () => screen.getByRole('alertdialog');
  const getDialogButtons = () => within(getDialog()).getAllByRole('button');
  return {
    getDialog,
    findDialog: (title?: string) => screen.findByRole('alertdialog', title === undefined ? {} : { name: title }),
    getDialogButtons,
    getDialogButtonLabels: () => getDialogButtons().map((button) => button.textContent),
    getDialogButton: (name: string) => within(getDialog()).getByRole('button', { name }),
    findDialogButton: (name: string) => within(getDialog()).findByRole('button', { name }),
    waitForClose: (options?: { timeout: number }) =>
      waitFor(() => {
        if (screen.queryByRole('alertdialog')) throw new Error('The dialog is still in the document.');
      }, options),
  };
}
