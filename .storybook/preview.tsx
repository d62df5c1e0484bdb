import type { Preview } from '@storybook/react-vite';
import * as locales from 'react-cancel-preauth/locales';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { Checkout } from '../stories/Checkout.tsx';
import 'react-cancel-preauth/styles.css';
import { documentProps } from './documentProps.ts';
import './preview.css';

function languageName(locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;
}

export default {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: Object.values(locales).map(({ locale }) => ({ value: locale, title: languageName(locale) })),
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Text direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  argTypes: {
    transactionId: {
      options: Object.values(sandboxTransactions),
      control: {
        type: 'select',
        labels: Object.fromEntries(Object.entries(sandboxTransactions).map(([name, id]) => [id, name])),
      },
    },
  },
  argTypesEnhancers: [documentProps],
  initialGlobals: { locale: 'en', theme: 'light', direction: 'ltr' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    backgrounds: { disabled: true }, // the theme sets it
    controls: { expanded: true },
    // "Show code" of the button; docgen knows it by another name. The other doors show a file.
    jsx: { displayName: () => 'CancelPaymentButton', functionValue: () => '() => {}', sortProps: false },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Doors',
          ['CancelPaymentButton', 'CancelPaymentDialog', 'CancelPayment parts', 'useCancelPreAuth', 'createPayClient'],
          'Outcomes',
          ['canceled', 'already canceled', 'slow'],
        ],
      },
    },
  },
  beforeEach() {
    // What the story before this one announced stays on the page for some seconds, by design.
    for (const region of document.querySelectorAll('body > [role="status"]')) region.remove();
  },
  decorators: [
    (Story, { globals, viewMode }) => (
      <Checkout globals={globals} isDocs={viewMode === 'docs'}>
        <Story />
      </Checkout>
    ),
  ],
} satisfies Preview;
