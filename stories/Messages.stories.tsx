import { Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { AllMessages } from './AllMessages.tsx';
import { languages } from './Checkout.tsx';

/**
 * Every text of every language, for somebody who grew up with one.
 *
 * **To review a language,** read down its column beside one that you know. Is each text what an app of your country would
 * say, in the same form of address all the way? Is the payment called the same thing in each text, and so are the
 * reservation, the account that is linked and the cancellation? Could anybody mix up `keep` and `confirm`? Errors that end
 * with "trying again is safe" must not say that canceling failed: nobody knows. Amounts stand as `Intl` writes them.
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
