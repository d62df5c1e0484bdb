import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **429.** Too many requests. The server asked for a longer wait than anybody spends at a pump, so nothing is repeated
 * behind the user's back: they are asked to wait a moment and to try again.
 */
export default { ...outcome, title: 'Outcomes/rate-limited' } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('rate-limited', ['close', 'retry']);
