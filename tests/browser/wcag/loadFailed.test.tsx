import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
// Not from index.ts, which imports the dialog as well.
import { CancelPaymentButton } from '../../../src/button/CancelPaymentButton.tsx';
import { createPayClient } from '../../../src/client/createPayClient.ts';
import { PayProvider } from '../../../src/hooks/PayProvider.tsx';
import { accessibilityTree } from '../../support/accessibilityTree.ts';
import { contrast } from '../../support/contrast.ts';
import { emulate } from '../../support/emulate.ts';
import { requires } from '../../support/requires.ts';
import '../../../src/styles.css';

test.each(['light', 'dark'] as const)(
  'the error of a dialog that failed to load is accessible, in %s mode',
  async (colorScheme) => {
    requires('devTools');
    await cdp().send('Network.enable');
    await cdp().send('Network.setBlockedURLs', { urls: ['*/CancelPaymentDialog.tsx*'] });
    onTestFinished(async () => void (await cdp().send('Network.disable')));
    await emulate({ width: 320, height: 256, colorScheme });
    render(
      <QueryClientProvider client={new QueryClient()}>
        <PayProvider client={createPayClient()}>
          <CancelPaymentButton transactionId="t1" />
        </PayProvider>
      </QueryClientProvider>,
    );
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const alert = await screen.findByText(/^This couldn’t be opened/);
    const icon = getComputedStyle(alert, '::before');
    const results = {
      '1.4.3 Contrast (Minimum)': contrast(getComputedStyle(alert).color, alert) >= 4.5,
      '1.4.10 Reflow': document.documentElement.scrollWidth === 320,
      '1.4.11 Non-text Contrast':
        contrast(icon.backgroundColor, alert) >= 3 && contrast(icon.color, alert, [icon.backgroundColor]) >= 3,
    };
    expect(results).toEqual({
      '1.4.3 Contrast (Minimum)': true,
      '1.4.10 Reflow': true,
      '1.4.11 Non-text Contrast': true,
    });
    // 4.1.2 Name, Role, Value; 4.1.3 Status Messages
    expect(await accessibilityTree()).toEqual([
      'button "Cancel payment" focused hasPopup=dialog',
      'alert live=assertive',
      'StaticText "This couldn’t be opened. Check your connection and tap again. If that doesn’t help, reload the page."',
    ]);
  },
);
