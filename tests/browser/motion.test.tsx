import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

/** The properties that an element's running animations change. Browsers animate `opacity` and `transform` on the compositor. */
function getAnimatedProperties(element: Element): string[] {
  const metadata = new Set(['offset', 'computedOffset', 'easing', 'composite']);
  const frames = element
    .getAnimations()
    .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []));
  return [...new Set(frames.flatMap((frame) => Object.keys(frame)))].filter((name) => !metadata.has(name)).toSorted();
}

test('the dialog and its overlay enter and exit on the compositor', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  const dialog = await screen.findByRole('alertdialog');
  const overlay = document.querySelector('.cancel-payment-overlay') ?? document.body;
  const getAnimated = () => [getAnimatedProperties(dialog), getAnimatedProperties(overlay)];
  const both = [
    ['opacity', 'transform'],
    ['opacity', 'transform'],
  ];
  expect(getAnimated()).toEqual(both);

  // Observed, because the command that presses the key may return when the dialog has gone.
  const exiting = new Promise((resolve) => {
    new MutationObserver(() => resolve(getAnimated())).observe(dialog, { attributeFilter: ['data-state'] });
  });
  await userEvent.keyboard('{Escape}');
  expect(await exiting).toEqual(both);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
});
