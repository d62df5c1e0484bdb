import type { Preview } from '@storybook/react-vite';
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-arabic';
import { sandboxTransactions } from 'react-cancel-preauth/sandbox';
import { Checkout, languages } from '../stories/Checkout.tsx';
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
        items: languages.map(({ locale }) => ({ value: locale, title: languageName(locale) })),
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
  initialGlobals: { locale: 'en', theme: 'light' },
  parameters: {
    layout: 'fullscreen',
    // All rules of axe for WCAG 2.2 A and AA, and its best practices.
    a11y: {
      test: 'error',
      config: {
        rules: [
          { id: 'target-size', enabled: true }, // WCAG 2.2; off by default in axe
          { id: 'region', enabled: true }, // off by default in the addon
          { id: 'color-contrast', enabled: !matchMedia('(forced-colors: active)').matches }, // axe does not see forced colors
        ],
      },
    },
    backgrounds: { disabled: true }, // the theme sets it
    controls: { expanded: true },
    viewport: {
      options: {
        desk: { name: 'Desk', styles: { width: '640px', height: '520px' } },
        phone: { name: 'Phone', styles: { width: '360px', height: '640px' } },
      },
    },
    // For "Show code" of the button, which docgen knows by another name. Other stories show a source file.
    jsx: { displayName: () => 'CancelPaymentButton', functionValue: () => '() => {}', sortProps: false },
    options: {
      storySort: {
        order: [
          'Start',
          'Components and API',
          [
            'Overview',
            'CancelPaymentButton',
            'CancelPaymentDialog',
            'CancelPayment parts',
            'useCancelPreAuth',
            'createPayClient',
          ],
          'Styling',
          'Recipes',
          'Inside your app',
          'Next.js',
          'Messages',
          'Errors',
          'Outcomes',
          ['canceled', 'already canceled', 'slow'],
          'Accessibility',
          'Browsers',
          'Security',
          'Testing',
          'TanStack Query',
          'By hand',
          'FAQ',
        ],
      },
    },
  },
  beforeEach() {
    // Announcements of the previous story stay on the page for a few seconds.
    for (const region of document.querySelectorAll('body > [role="status"]')) region.remove();
  },
  decorators: [
    (Story, { globals, parameters, viewMode }) => (
      <Checkout globals={globals} isDocs={viewMode === 'docs'} hasCard={parameters['card'] !== false}>
        <Story />
      </Checkout>
    ),
  ],
} satisfies Preview;
