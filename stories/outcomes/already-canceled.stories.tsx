import type { Meta } from '@storybook/react-vite';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { canceling, outcome } from './outcome.tsx';

/**
 * **204 again.** Somebody canceled it before, on another device perhaps. Canceling is idempotent, so the user sees what they
 * wanted: "Payment canceled".
 */
export default { ...outcome, title: 'Outcomes/already canceled' } satisfies Meta<typeof outcome.component>;

export const AlreadyCanceled = canceling(sandboxTransactions.canceled);
