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
  expect([getAnimatedProperties(dialog), getAnimatedProperties(overlay)]).toEqual([
    ['opacity', 'transform'],
    ['opacity', 'transform'],
  ]);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(dialog).toHaveAttribute('data-state', 'closed'));
  expect([getAnimatedProperties(dialog), getAnimatedProperties(overlay)]).toEqual([
    ['opacity', 'transform'],
    ['opacity', 'transform'],
  ]);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
});
