import { Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AllMessages } from './AllMessages.tsx';
import { languages } from './Checkout.tsx';

/**
 * All texts in all languages, for review by native speakers.
 *
 * **To review a language,** read its column next to one that you know. Is each text what an app in your country would say,
 * with the same form of address throughout? Are the payment, the reservation, the linked account and the cancellation
 * called the same thing in every text? Could anyone confuse `keep` and `confirm`? Errors that say that it is safe to try
 * again must not say that canceling failed, because the outcome is unknown. Amounts are formatted by `Intl`.
 */
const meta = {
  title: 'Messages/All languages',
  component: AllMessages,
  parameters: {
    card: false,
    controls: { disable: true },
    docs: {
      page: () => (
        <>
          <Title />
          <Description />
          <Primary />
        </>
      ),
    },
  },
} satisfies Meta<typeof AllMessages>;

export default meta;
type Story = StoryObj<typeof meta>;

export const All: Story = {
  tags: ['screenshot-light-dark'],
  async play({ canvas, userEvent }) {
    const [header, ...rows] = canvas.getAllByRole<HTMLTableRowElement>('row');
    await expect(header?.cells).toHaveLength(languages.length + 1);
    const empty = rows.filter(({ cells }) => Array.from(cells).some(({ textContent }) => !textContent));
    await expect(empty).toEqual([]);
    await userEvent.tab();
    await expect(canvas.getByRole('region', { name: 'All messages' })).toHaveFocus();
  },
};
