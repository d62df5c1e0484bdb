import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **Nothing was sent.** The id could have changed the path of the request (here it is `../refunds`), so the client refused
 * it. The user is told that nothing was sent.
 */
export default { ...outcome, title: 'Outcomes/invalid-transaction-id' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = ending('invalid-transaction-id', ['close']);
