import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **403.** The transaction is no longer open: it has paid for fuel, or it is closed. The user reads that the payment can no
 * longer be canceled, and can only close the dialog.
 */
export default { ...outcome, title: 'Outcomes/forbidden', tags: ['screenshot'] } satisfies Meta<
  typeof outcome.component
>;

export const OnlyClose = errorStory('forbidden', ['close']);
