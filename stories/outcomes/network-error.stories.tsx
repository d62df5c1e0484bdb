import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **No response at all.** Offline, a reset connection, DNS, CORS. Tried three times within seconds (once, if the browser
 * knows that it is offline). The request may have arrived, so the message says that the cancellation is not confirmed.
 */
export default { ...outcome, title: 'Outcomes/network-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('network-error', ['close', 'retry']);
