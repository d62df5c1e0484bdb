import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent } from 'storybook/test';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { ClientPanel } from './ClientPanel.tsx';
// oxlint-disable-next-line import/default -- `?raw` is Vite's
import code from './ClientPanel.tsx?raw';

/**
 * The client that everything else is built on: no React, no DOM, one method. It resolves when PACE Pay has confirmed the
 * cancellation, and otherwise throws a `PayError` with a `code`.
 */
const meta = {
  title: 'Components and API/createPayClient',
  component: ClientPanel,
  args: { transactionId: sandboxTransactions.open },
  parameters: { docs: { source: { code, language: 'tsx' } } },
} satisfies Meta<typeof ClientPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Calls the client and expects `text` as its result. */
function expectResult(text: RegExp): NonNullable<Story['play']> {
  return async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'client.cancelPreAuth()' }));
    await expect(await canvas.findByText(text)).toBeVisible();
  };
}

export const Confirmed: Story = {
  play: expectResult(/^resolved/),
};

export const Refused: Story = {
  args: { transactionId: sandboxTransactions.forbidden },
  play: expectResult(/"code": "forbidden",\s+"status": 403,\s+"requestId": "[-\da-f]{36}",\s+"retryable": false/),
};

/** An id that could change the path of the request is rejected before anything is sent, so there is no status. */
export const NothingSent: Story = {
  args: { transactionId: '../refunds' },
  play: expectResult(/"code": "invalid-transaction-id",\s+"retryable": false/),
};
