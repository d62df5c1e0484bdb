import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **403.** The transaction is no longer open: fuel was paid with it, or it is closed. The user learns that this cannot be
 * undone here, and only closes.
 */
export default { ...outcome, title: 'Outcomes/forbidden', tags: ['screenshot'] } satisfies Meta<
  typeof outcome.component
>;

export const OnlyClose = ending('forbidden', ['close']);
