import { screen, waitFor } from '@testing-library/react';
import { useState, type ComponentProps } from 'react';
import { createPortal } from 'react-dom';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import * as CancelPayment from '../../src/parts.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import {
  findCanceledButton,
  findDialog,
  findDialogButton,
  getButton,
  getTrigger,
  waitForClose,
} from '../support/dialogQueries.ts';
import { click, startCanceling } from '../support/gestures.ts';
import { emulate } from '../support/emulate.ts';
import { pageResidue } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';
import { wait } from '../support/wait.ts';

setUpDialogTests();

/** A modal of the app, with the button in it. */
const Modal = ({
  isHidden = false,
  onCanceled,
  ...attributes
}: { isHidden?: boolean; onCanceled?: () => void } & Pick<ComponentProps<'div'>, 'style' | 'inert'>) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as many libraries render it
  <div role="dialog" aria-label="Receipt" hidden={isHidden} {...attributes}>
    <CancelPaymentButton transactionId="t1" onCanceled={onCanceled} />
  </div>
);

describe('a modal around the open dialog that the app', () => {
  test.each<[string, ComponentProps<typeof Modal>]>([
    ['hides', { isHidden: true }],
    ['makes invisible', { style: { visibility: 'hidden' } }],
    ['makes invisible with a transition', { style: { visibility: 'hidden', transition: 'visibility 200ms' } }],
    ['makes inert', { inert: true }],
  ])('%s takes the dialog with it, and the page can be used', async (_, hidden) => {
    const { rerender } = renderInApp(<Modal />, createControlledFetch());
    const before = pageResidue();
    await click(getTrigger());
    await findDialogButton('Keep payment');
    rerender(<Modal {...hidden} />);
    await waitForClose();
    await waitFor(() => expect(pageResidue().page).toEqual(before.page));
    rerender(<Modal />);
    await wait(450);
    await click(getTrigger());
    await findDialogButton('Keep payment');
  });

  test('hides while the request is in flight leaves the page usable, and success is announced', async () => {
    const server = createControlledFetch();
    const { rerender } = renderInApp(<Modal />, server);
    const before = pageResidue();
    await startCanceling();
    rerender(<Modal isHidden />);
    await waitForClose();
    await waitFor(() => expect(pageResidue().page).toEqual(before.page));
    server.respond(204);
    await waitFor(() => expect(document.querySelector('[role=status]')).toHaveTextContent('Payment canceled'));
    rerender(<Modal />);
    await findCanceledButton();
  });

  test.each(['transitionend', 'animationend'])('listens for %s does not receive it from the dialog', async (type) => {
    renderInApp(<Modal />, createControlledFetch());
    const received = vi.fn();
    const own = vi.fn();
    screen.getByRole('dialog').addEventListener(type, received);
    await click(getTrigger());
    const dialog = await findDialog();
    dialog.addEventListener(type, own);
    received.mockClear();
    (await findDialogButton('Keep payment')).dispatchEvent(new Event(type, { bubbles: true }));
    expect(own).toHaveBeenCalled();
    expect(received).not.toHaveBeenCalled();
  });

  test.each([
    'h2 + section { padding-top: 80px }',
    'section:last-child { padding-bottom: 80px }',
    'section:not(:last-child) { padding-bottom: 80px }',
    'h2:first-child { padding-top: 80px }',
    '* + section { padding-top: 80px } h2 + section { padding-top: 120px }',
    'div > :not(:last-child) { margin-bottom: 80px }',
    'div > * + * { margin-top: 80px }',
  ])('styles by position does not move: %s', async (rule) => {
    await emulate({ css: rule });
    renderInApp(
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as many libraries render it
      <div role="dialog" aria-label="Receipt" style={{ position: 'fixed', bottom: 0 }}>
        <h2>Receipt</h2>
        <section>
          <CancelPaymentButton transactionId="t1" />
        </section>
      </div>,
      createControlledFetch(),
    );
    const trigger = getTrigger();
    const panel = screen.getByRole('dialog');
    const boxes = () => [trigger, panel].map((element) => element.getBoundingClientRect().toJSON() as unknown);
    const before = boxes();
    await click(trigger);
    expect(panel).toContainElement(await findDialog());
    expect(boxes()).toEqual(before);
  });

  test('removes on success does not take the announcement with it', async () => {
    const server = createControlledFetch();
    const onCanceled = vi.fn();
    const { rerender } = renderInApp(<Modal onCanceled={onCanceled} />, server);
    onCanceled.mockImplementation(() => rerender(<p>Pump 4</p>));
    await startCanceling();
    server.respond(204);
    await waitFor(() => expect(onCanceled).toHaveBeenCalledOnce());
    await waitForClose();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Payment canceled'));
    expect(screen.getByRole('status').parentElement).toBe(document.body);
  });
});

describe('without a stylesheet', () => {
  test('on a tall page, the dialog scrolls into view', async () => {
    renderInApp(
      <CancelPayment.Root transactionId="t1">
        <CancelPayment.Trigger />
        <div style={{ height: '3000px' }} />
        <CancelPayment.Portal>
          <CancelPayment.Overlay />
          <CancelPayment.Content>
            <CancelPayment.Title />
            <CancelPayment.Description />
            <CancelPayment.Keep />
            <CancelPayment.Confirm />
          </CancelPayment.Content>
        </CancelPayment.Portal>
      </CancelPayment.Root>,
      createControlledFetch(),
    );
    await click(getTrigger());
    await findDialogButton('Keep payment');
    await waitFor(async () => {
      const { top, bottom } = (await findDialog()).getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(innerHeight);
    });
    await wait(450);
    await click(await findDialogButton('Keep payment'));
    await waitForClose();
    expect(getTrigger()).toHaveFocus();
  });
});

describe('the page', () => {
  test('with `scrollbar-gutter: stable` does not move when the dialog opens and closes', async () => {
    await emulate({
      css: 'html { scrollbar-gutter: stable } body { height: 3000px } ::-webkit-scrollbar { width: 15px }',
    });
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    // WebKit gives only a new scrollbar the width of the stylesheet.
    for (const overflow of ['hidden', '']) {
      document.body.style.overflow = overflow;
      document.body.getBoundingClientRect();
    }
    const { left, width } = document.body.getBoundingClientRect();
    await click(getTrigger());
    await findDialogButton('Keep payment');
    expect(document.body.getBoundingClientRect()).toMatchObject({ left, width });
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(document.body.getBoundingClientRect()).toMatchObject({ left, width });
    expect(document.body.style.cssText).toBe('');
  });

  test('with `scrollbar-gutter: stable`: the dialog is in the panel of a modal without a role, not beside it', async () => {
    await emulate({ css: 'html { scrollbar-gutter: stable; overflow: hidden } ::-webkit-scrollbar { width: 15px }' });
    renderInApp(
      <div style={{ position: 'fixed', inset: 0 }}>
        <section aria-label="Panel">
          <CancelPaymentButton transactionId="t1" />
        </section>
      </div>,
      createControlledFetch(),
    );
    await click(getTrigger());
    expect(screen.getByRole('region', { name: 'Panel' })).toContainElement(await findDialog());
    await userEvent.keyboard('{Escape}');
    await waitForClose();
  });

  test('does not scroll when focus returns to a button that is partly visible', async () => {
    renderInApp(
      <>
        <div style={{ height: `${innerHeight - 20}px` }} />
        <CancelPaymentButton transactionId="t1" />
        <div style={{ height: '2000px' }} />
      </>,
      createControlledFetch(),
    );
    const { top } = getTrigger().getBoundingClientRect();
    const y = scrollY;
    getTrigger().focus({ preventScroll: true });
    await userEvent.keyboard('{Enter}');
    await findDialog();
    await findDialogButton('Keep payment');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(getTrigger()).toHaveFocus();
    await wait(200);
    expect({ y: scrollY, top: getTrigger().getBoundingClientRect().top }).toEqual({ y, top });
  });

  test('scrolls to the button that focus returns to if it is out of sight', async () => {
    renderInApp(
      <>
        <CancelPaymentButton transactionId="t1" />
        <div style={{ height: '5000px' }} />
      </>,
      createControlledFetch(),
    );
    await click(getTrigger());
    await findDialogButton('Keep payment');
    window.scrollTo(0, 4000);
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    await waitFor(() => expect(getTrigger().getBoundingClientRect().top).toBeGreaterThanOrEqual(0));
  });

  test('that another copy of Radix has made ignore the pointer can be used when all have closed', async () => {
    document.body.style.pointerEvents = 'none';
    onTestFinished(() => void document.body.style.removeProperty('pointer-events'));
    renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
    getTrigger().focus();
    await userEvent.keyboard('{Enter}');
    await findDialogButton('Keep payment');
    document.body.style.pointerEvents = ''; // its menu has closed
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(document.body.style.pointerEvents).toBe('');
  });

  test('still ignores the pointer if a modal of another copy of Radix is open, even in a shadow tree', async () => {
    const host = document.body.appendChild(document.createElement('div'));
    onTestFinished(() => host.remove());
    const modal = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    modal.setAttribute('role', 'dialog');
    modal.dataset['state'] = 'open';
    modal.style.pointerEvents = 'auto';
    document.body.style.pointerEvents = 'none';
    onTestFinished(() => void document.body.style.removeProperty('pointer-events'));
    renderInApp(createPortal(<CancelPaymentButton transactionId="t1" />, modal), createControlledFetch());
    const trigger = modal.querySelector('button');
    trigger?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(modal.querySelector('[role=alertdialog]')).not.toBeNull());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(modal.querySelector('[role=alertdialog]')).toBeNull());
    expect(document.body.style.pointerEvents).toBe('none');
  });
});

describe('CancelPaymentDialog opened by a button that does not get focus when it is pressed, as in Safari,', () => {
  test('returns focus to the button', async () => {
    function Page() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => setOpen(true)}>
            Stop fueling
          </button>
          <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} />
        </>
      );
    }
    renderInApp(<Page />, createControlledFetch());
    await click(getButton('Stop fueling'));
    await findDialogButton('Keep payment');
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    await waitFor(() => expect(getButton('Stop fueling')).toHaveFocus());
  });
});

describe('the dialog’s direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ])('of %s messages is %s, whatever the first letter is', async (locale, direction) => {
    const { en } = await import('../../src/locales.ts');
    renderInApp(
      <CancelPaymentButton transactionId="t1" messages={{ ...en, locale, title: 'שלום PACE?' }} />,
      createControlledFetch(),
    );
    await click(getTrigger());
    expect(getComputedStyle(await findDialog()).direction).toBe(direction);
  });
});
