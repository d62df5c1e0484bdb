import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **404.** PACE Pay does not know the transaction. The user reads whom to ask if the payment is still on their account.
 */
export default { ...outcome, title: 'Outcomes/not-found' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = errorStory('not-found', ['close']);
