import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **404.** PACE Pay knows no such transaction. The user is told so, and whom to ask if the payment is still on their account.
 */
export default { ...outcome, title: 'Outcomes/not-found' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = ending('not-found', ['close']);
