import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **No response.** Offline, a reset connection, DNS, CORS. The client tries three times within seconds, or once if the
 * browser knows that it is offline. The request may have arrived, so the message says that the cancellation is not confirmed.
 */
export default { ...outcome, title: 'Outcomes/network-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('network-error', ['close', 'retry']);
