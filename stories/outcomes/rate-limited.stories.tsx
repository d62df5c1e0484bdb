import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **429.** Too many requests. The server asked for a longer delay than a user would wait, so there is no automatic retry.
 * "Try again" counts down until then.
 */
export default { ...outcome, title: 'Outcomes/rate-limited' } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('rate-limited', ['close', 'retry']);
