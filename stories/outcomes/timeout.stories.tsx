import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **408, or no response in time.** Whether the payment is canceled is unknown. The user has already waited, so there is no
 * automatic retry. It is safe to try again.
 */
export default { ...outcome, title: 'Outcomes/timeout', tags: ['screenshot'] } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('timeout', ['close', 'retry']);
