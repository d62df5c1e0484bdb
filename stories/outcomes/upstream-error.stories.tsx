import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **502, 504.** A service behind PACE Pay did not answer, three times within seconds. Nobody knows whether the payment is
 * canceled, so the message does not say that it failed, and trying again is safe.
 */
export default { ...outcome, title: 'Outcomes/upstream-error' } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('upstream-error', ['close', 'retry']);
