import type { Meta } from '@storybook/react-vite';
import { ending, outcome } from './outcome.tsx';

/**
 * **403 of the gateway.** The token lacks the scope `pay:transactions:cancel`: a fault of the app, which no user can mend.
 * They are sent to support.
 */
export default { ...outcome, title: 'Outcomes/insufficient-scope' } satisfies Meta<typeof outcome.component>;

export const OnlyClose = ending('insufficient-scope', ['close']);
