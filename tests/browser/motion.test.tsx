import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

/** What an element's running animations change; a compositor can do `opacity` and `transform` without the main thread. */
function animated(element: Element): string[] {
  const own = new Set(['offset', 'computedOffset', 'easing', 'composite']);
  const frames = element
    .getAnimations()
    .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []));
  return [...new Set(frames.flatMap((frame) => Object.keys(frame)))].filter((name) => !own.has(name)).toSorted();
}

test('comes and goes on the compositor', async () => {
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await userEvent.click(screen.getByRole('button', { name: 'Cancel payment' }));
  const dialog = await screen.findByRole('alertdialog');
  const overlay = document.querySelector('.cancel-payment-overlay') ?? document.body;
  expect([animated(dialog), animated(overlay)]).toEqual([
    ['opacity', 'transform'],
    ['opacity', 'transform'],
  ]);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(dialog).toHaveAttribute('data-state', 'closed'));
  expect([animated(dialog), animated(overlay)]).toEqual([
    ['opacity', 'transform'],
    ['opacity', 'transform'],
  ]);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
});
