import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **400, 406, 415, 422.** PACE Pay did not accept the request. The user is sent to support, with the reference to quote.
 */
export default { ...outcome, title: 'Outcomes/invalid-request' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = ending('invalid-request', ['close']);
