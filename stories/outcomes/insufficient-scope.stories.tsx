import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **403 from the gateway.** The token lacks the scope `pay:transactions:cancel`: a mistake of the app that the user cannot
 * fix. They are asked to contact support.
 */
export default { ...outcome, title: 'Outcomes/insufficient-scope' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = errorStory('insufficient-scope', ['close']);
