import type { Meta } from '@storybook/react-vite';
import { errorStory, outcome } from './outcome.tsx';

/**
 * **Any other response**: 200, 202 (as here), a redirect. Only 204 confirms a cancellation, so the outcome is unknown. It is
 * safe to try again.
 */
export default { ...outcome, title: 'Outcomes/unexpected-response' } satisfies Meta<typeof outcome.component>;

export const TryAgain = errorStory('unexpected-response', ['close', 'retry']);
