import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **Nothing was sent.** The id could change the path of the request (here it is `../refunds`), so the client rejects it. The
 * user reads that nothing was sent.
 */
export default { ...outcome, title: 'Outcomes/invalid-transaction-id' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = errorStory('invalid-transaction-id', ['close']);
