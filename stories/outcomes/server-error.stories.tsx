import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **5xx, but for 502 and 504.** Tried three times within seconds, then the user is told that the cancellation is not confirmed, and
 * that trying again is safe.
 */
export default { ...outcome, title: 'Outcomes/server-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('server-error', ['close', 'retry']);
