import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **5xx, except 502 and 504.** The client tries three times within seconds. Then the user reads that the cancellation is
 * not confirmed, and that it is safe to try again.
 */
export default { ...outcome, title: 'Outcomes/server-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('server-error', ['close', 'retry']);
