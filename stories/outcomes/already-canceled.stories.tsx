import type { Meta } from '@storybook/react-vite';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { canceledStory, outcome } from './outcome.tsx';

/**
 * **204 again.** The payment has already been canceled, for example on another device. Canceling is idempotent, so the user
 * sees "Payment canceled".
 */
export default { ...outcome, title: 'Outcomes/already canceled' } satisfies Meta<typeof outcome.component>;

export const AlreadyCanceled = canceledStory(sandboxTransactions.canceled);
