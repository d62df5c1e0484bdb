import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import * as CancelPayment from '../../src/parts.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getTrigger, waitForClose, waitForFocus } from '../support/dialogQueries.ts';
import { click, startCanceling } from '../support/gestures.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { requires } from '../support/requires.ts';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

/** Not in TypeScript's DOM types yet. */
declare const CloseWatcher: new () => EventTarget & { destroy: () => void };

/** Called before any listener of the package, which is imported later. */
const first = vi.hoisted(() => {
  const listener: { handle: ((event: KeyboardEvent) => void) | undefined } = { handle: undefined };
  window.addEventListener('keydown', (event) => listener.handle?.(event), true);
  return listener;
});

setUpDialogTests();

/** What the app's own listener at the window receives. */
function recordKeys(): string[] {
  const received: string[] = [];
  const record = ({ type, key }: KeyboardEvent) => received.push(`${type} ${key}`);
  for (const type of ['keydown', 'keyup'] as const) {
    window.addEventListener(type, record, true);
    onTestFinished(() => window.removeEventListener(type, record, true));
  }
  return received;
}

const dispatchKey = (type: 'keyDown' | 'keyUp', key: string, autoRepeat = false) =>
  cdp().send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 27, autoRepeat });

describe('listeners of the page', () => {
  test('do not receive Escape and Tab while focus is in the dialog, but all other keys', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    await findDialogButton('Keep payment');
    const received = recordKeys();
    await userEvent.keyboard('{Tab}a{Escape}');
    await waitForClose();
    expect(received).toEqual(['keydown a', 'keyup a']);
    await userEvent.keyboard('{Escape}');
    expect(received.slice(2)).toEqual(['keydown Escape', 'keyup Escape']);
  });

  test('receive Escape while text is composed in the dialog, and from an element outside of it', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    const keep = await findDialogButton('Keep payment');
    const received = recordKeys();
    const escape = { key: 'Escape', bubbles: true, cancelable: true, composed: true };
    keep.dispatchEvent(new KeyboardEvent('keydown', { ...escape, isComposing: true }));
    expect(received).toEqual(['keydown Escape']);
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    getTrigger('Cancel payment', { expanded: true }).dispatchEvent(new KeyboardEvent('keydown', escape));
    expect(received).toEqual(['keydown Escape', 'keydown Escape']);
  });

  test('do not receive Escape while no element has focus', async () => {
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    (await findDialogButton('Keep payment')).blur();
    expect(document.body).toHaveFocus();
    const received = recordKeys();
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(received).toEqual([]);
  });

  test('do not receive Tab while there is nothing to focus in the dialog', async () => {
    renderInApp(
      <CancelPayment.Root transactionId="t1" defaultOpen>
        <CancelPayment.Portal>
          <CancelPayment.Content>
            <CancelPayment.Title />
            <CancelPayment.Description />
          </CancelPayment.Content>
        </CancelPayment.Portal>
      </CancelPayment.Root>,
      createControlledFetch(),
    );
    const dialog = await findDialog();
    await vi.waitFor(() => expect(dialog).toHaveFocus());
    const received = recordKeys();
    await userEvent.keyboard('{Tab}');
    expect(received).toEqual([]);
    expect(dialog).toHaveFocus();
  });

  test('do not receive Tab, and focus goes round past elements that cannot have it', async () => {
    renderInApp(
      <CancelPayment.Root transactionId="t1">
        <CancelPayment.Trigger />
        <CancelPayment.Portal>
          <CancelPayment.Content>
            <CancelPayment.Title />
            <CancelPayment.Description />
            <CancelPayment.Keep />
            <CancelPayment.Confirm />
            <button type="button" style={{ visibility: 'hidden' }}>
              Invisible
            </button>
            <button type="button" style={{ display: 'none' }}>
              Not displayed
            </button>
            <div inert>
              <button type="button">Unusable</button>
            </div>
            <fieldset disabled>
              <button type="button">Unusable</button>
            </fieldset>
          </CancelPayment.Content>
        </CancelPayment.Portal>
      </CancelPayment.Root>,
      createControlledFetch(),
    );
    await click(getTrigger());
    await waitForFocus('Keep payment');
    const received = recordKeys();
    for (const name of ['Cancel payment', 'Keep payment', 'Cancel payment']) {
      await userEvent.keyboard('{Tab}');
      expect(await findDialogButton(name)).toHaveFocus();
    }
    for (const name of ['Keep payment', 'Cancel payment']) {
      await userEvent.tab({ shift: true });
      expect(await findDialogButton(name)).toHaveFocus();
    }
    expect(received.filter((key) => !key.endsWith('Shift'))).toEqual([]);
  });

  test('do not receive an Escape that is held down until after the dialog has closed', async () => {
    requires('devTools');
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    await findDialogButton('Keep payment');
    const received = recordKeys();
    await dispatchKey('keyDown', 'Escape');
    await waitForClose();
    await dispatchKey('keyDown', 'Escape', true);
    await dispatchKey('keyUp', 'Escape');
    expect(received).toEqual([]);
    await dispatchKey('keyDown', 'Escape');
    await dispatchKey('keyDown', 'Escape', true);
    await dispatchKey('keyUp', 'Escape');
    expect(received).toEqual(['keydown Escape', 'keydown Escape', 'keyup Escape']);
  });
});

/**
 * Chromium closes by Escape on a desktop what Android's back gesture closes, unless the page cancels the key. So no
 * listener may see the key.
 */
describe('a close request of the browser, such as Android’s back gesture,', () => {
  beforeEach(() => {
    requires('closeWatcher');
    first.handle = (event) => {
      if (event.key === 'Escape') event.stopImmediatePropagation();
    };
    return () => {
      first.handle = undefined;
    };
  });

  test('closes the dialog, and adds nothing to the history', async () => {
    const { length } = history;
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    await findDialogButton('Keep payment');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(getTrigger()).toHaveFocus();
    expect(history).toHaveLength(length);
  });

  test('does nothing while the request is in flight, and closes the dialog afterwards', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await startCanceling();
    for (let presses = 0; presses < 4; presses++) await userEvent.keyboard('{Escape}');
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    server.respond(403);
    await findDialogButton('Close');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
  });

  /** As what the app has opened before the dialog has one. */
  function watchClose() {
    const onClose = vi.fn();
    const watcher = new CloseWatcher();
    watcher.addEventListener('close', onClose);
    onTestFinished(() => watcher.destroy());
    return onClose;
  }

  test('leaves alone what the app has opened before, even after others while the request is in flight', async () => {
    const onClose = watchClose();
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, server);
    await startCanceling(undefined, click);
    for (let presses = 0; presses < 2; presses++) await userEvent.keyboard('{Escape}');
    server.respond(403);
    await findDialogButton('Close');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(onClose).not.toHaveBeenCalled();
  });

  test('closes the dialog before what the app has opened before', async () => {
    const onClose = watchClose();
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    await click(getTrigger());
    await findDialogButton('Keep payment');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});
