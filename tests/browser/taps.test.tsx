import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CancelPaymentButton } from '../../src/index.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getTrigger, waitForClose } from '../support/dialogQueries.ts';
import { centerOf, click, touch } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { requires } from '../support/requires.ts';
import { wait } from '../support/wait.ts';
import '../../src/styles.css';

beforeAll(() => CancelPaymentButton.preload());

/** A page whose whole area below the dialog starts the pump. */
function Checkout({ onStart, onCanceled }: { onStart: () => void; onCanceled?: (() => void) | undefined }) {
  const [isShown, setIsShown] = useState(true);
  return (
    <>
      <button type="button" style={{ position: 'fixed', inset: 0 }} onClick={onStart}>
        Start fueling
      </button>
      {isShown && (
        <div style={{ position: 'relative' }}>
          <CancelPaymentButton
            transactionId="t1"
            onCanceled={
              onCanceled &&
              (() => {
                setIsShown(false);
                onCanceled();
              })
            }
          />
        </div>
      )}
    </>
  );
}

/** Taps every 150 ms, from before the dialog's success until 0.6 s after it has gone. Returns when it went. */
async function tapOn(point: { x: number; y: number }, server: ReturnType<typeof createControlledFetch>) {
  for (let taps = 0; taps < 12; taps++) {
    if (taps === 1) server.respond(204);
    await touch(point);
    await wait(150);
  }
}

describe('an impatient user who goes on tapping where Confirm was', () => {
  test.each([
    ['stays', false],
    ['is removed with the row', true],
  ])('does not press what is beneath when the dialog has gone and the button %s', async (_, isRemoved) => {
    requires('fastInput');
    const server = createControlledFetch();
    const onStart = vi.fn();
    renderInApp(<Checkout onStart={onStart} onCanceled={isRemoved ? vi.fn() : undefined} />, server);
    await click(getTrigger());
    const confirm = await findDialogButton('Cancel payment');
    const point = centerOf(confirm);
    await click(confirm);
    await findDialogButton('Canceling…');
    await tapOn(point, server);
    await waitForClose();
    expect(onStart).not.toHaveBeenCalled();
    await wait(450);
    await touch(point);
    await waitFor(() => expect(onStart).toHaveBeenCalledOnce());
  });
});

describe.each([
  ['are turned off', '*, *::before, *::after { animation: none !important; transition: none !important }'],
  ['are paused', '*, *::before, *::after { animation-play-state: paused !important }'],
  ['run', ''],
])('while animations %s', (_, css) => {
  test('a double tap only opens the dialog, then everything can be pressed, and afterwards the page, too', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const server = createControlledFetch();
    const onStart = vi.fn();
    renderInApp(<Checkout onStart={onStart} />, server);
    await touch(centerOf(getTrigger()));
    const confirm = await findDialogButton('Cancel payment');
    await touch(centerOf(confirm));
    await wait(100);
    expect(await findDialog()).toHaveAttribute('data-status', 'idle');
    await wait(350);
    expect(getComputedStyle(await findDialog()).opacity).toBe('1');
    await touch(centerOf(confirm));
    await findDialogButton('Canceling…');
    server.respond(403);
    const close = await findDialogButton('Close');
    await touch(centerOf(close));
    await waitForClose();
    await wait(450);
    await touch({ x: 400, y: 500 });
    await waitFor(() => expect(onStart).toHaveBeenCalledOnce());
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
