import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { ClientPanel } from './ClientPanel.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './ClientPanel.tsx?raw';

/**
 * The client under everything else: no React, no DOM, one operation. It resolves once PACE Pay has confirmed the
 * cancellation, and throws a `PayError` with a `code` for everything else.
 */
const meta = {
  title: 'Doors/createPayClient',
  component: ClientPanel,
  args: { transactionId: sandboxTransactions.open },
  parameters: { docs: { source: { code, language: 'tsx' } } },
} satisfies Meta<typeof ClientPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Calls the client, and expects `text` to come back. */
function showing(text: RegExp): NonNullable<Story['play']> {
  return async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'client.cancelPreAuth()' }));
    await expect(await canvas.findByText(text)).toBeVisible();
  };
}

export const Confirmed: Story = {
  play: showing(/^resolved/),
};

export const Refused: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  play: showing(/"code": "forbidden",\s+"status": 403,\s+"requestId": "[-\da-f]{36}",\s+"retryable": false/),
};

/** An id that could change the path of the request is refused before anything is sent, so there is no status. */
export const NothingSent: Story = {
  args: { transactionId: '../refunds' },
  play: showing(/"code": "invalid-transaction-id",\s+"retryable": false/),
};
