import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **Any other answer**: 200, 202 (as here), a redirect. Only 204 confirms a cancellation, so none is claimed. Trying again is
 * safe.
 */
export default { ...outcome, title: 'Outcomes/unexpected-response' } satisfies Meta<typeof outcome.component>;

export const TryAgain = ending('unexpected-response', ['close', 'retry']);
