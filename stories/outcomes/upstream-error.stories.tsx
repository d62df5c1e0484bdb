import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **502, 504.** A service behind PACE Pay did not respond, three times within seconds. Whether the payment is canceled is
 * unknown, so the message does not say that it failed. It is safe to try again.
 */
export default { ...outcome, title: 'Outcomes/upstream-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('upstream-error', ['close', 'retry']);
