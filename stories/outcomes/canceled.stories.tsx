import type { Meta } from '@storybook/react-vite';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { canceledStory, outcome } from './outcome.tsx';

/**
 * **204.** The transaction was open. The dialog closes, the button says "Payment canceled", and screen readers announce it.
 */
export default { ...outcome, title: 'Outcomes/canceled', tags: ['screenshot'] } satisfies Meta<
  typeof outcome.component
>;

export const Canceled = canceledStory(sandboxTransactions.open);
