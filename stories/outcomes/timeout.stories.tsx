import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **408, or no answer in time.** Nobody knows whether the payment is canceled. The user has waited already, so it is up to
 * them to try again, which is safe.
 */
export default { ...outcome, title: 'Outcomes/timeout', tags: ['screenshot'] } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('timeout', ['close', 'retry']);
