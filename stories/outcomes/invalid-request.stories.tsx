import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **400, 406, 415, 422.** PACE Pay did not accept the request. The user is asked to contact support with the reference.
 */
export default { ...outcome, title: 'Outcomes/invalid-request' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = errorStory('invalid-request', ['close']);
