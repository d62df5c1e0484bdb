import * as Dialog from '@radix-ui/react-dialog';
import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import * as OtherDropdownMenu from 'radix-dropdown-menu-2.1.16';
import { screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { waitForAnimations } from '../support/animations.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getTrigger, waitForClose, waitForFocus } from '../support/dialogQueries.ts';
import { click, inputMethods } from '../support/gestures.ts';
import { pageResidue } from '../support/pageResidue.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

/** Presses the button after Keep. `document.activeElement` does not tell what has focus in a shadow tree. */
async function pressInShadowTree(button: HTMLElement) {
  await userEvent.tab();
  expect(button.matches(':focus')).toBe(true);
  await userEvent.keyboard('{Enter}');
}

describe('around the button', () => {
  test.each(inputMethods)(
    'a link receives only focus events from the dialog in React, but the document receives all native ones, by %s',
    async (_, activate) => {
      const server = createControlledFetch();
      const received: string[] = [];
      const record = (event: { type: string }) => received.push(event.type);
      const clicks = vi.fn();
      document.addEventListener('click', clicks);
      renderInApp(
        <a
          href="#receipt"
          onClick={(event) => {
            record(event);
            event.preventDefault();
          }}
          onPointerDown={record}
          onMouseDown={record}
          onTouchStart={record}
          onKeyDown={record}
          onKeyUp={record}
          onFocus={record}
          onBlur={record}
          onMouseOver={record}
          onPointerOver={record}
          onPointerMove={record}
          onContextMenu={record}
          onWheel={record}
          onAnimationEnd={record}
        >
          <CancelPaymentButton transactionId="t1" />
        </a>,
        server,
      );
      await activate(getTrigger());
      await findDialog();
      await waitForAnimations();
      received.length = 0;
      clicks.mockClear();
      const heading = screen.getByRole('heading', { name: 'Cancel this payment?' });
      await click(heading);
      await userEvent.click(heading, { button: 'right' });
      heading.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
      await activate(await findDialogButton('Cancel payment'));
      await findDialogButton('Canceling…');
      expect(new Set(received)).toEqual(new Set(['blur', 'focus'])); // focus traps of other libraries need these
      expect(clicks).toHaveBeenCalledTimes(2);
      document.removeEventListener('click', clicks);
      server.respond(204);
      await screen.findByRole('button', { name: 'Payment canceled' });
    },
  );

  test.each(inputMethods)('a form is not submitted, by %s', async (_, activate) => {
    const server = createControlledFetch();
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const container = document.createElement('div');
    function Page({ children }: { children: ReactNode }) {
      return (
        <form onSubmit={onSubmit}>
          <input aria-label="Plate" />
          <div ref={(element) => element?.append(container)} />
          {children}
        </form>
      );
    }
    renderInApp(
      <Page>
        <CancelPaymentButton transactionId="t1" container={container} />
      </Page>,
      server,
    );
    await activate(getTrigger());
    await findDialog();
    await activate(await findDialogButton('Keep payment'));
    await waitForClose();
    await activate(getTrigger());
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(500, undefined, { 'Retry-After': '60' });
    await activate(await findDialogButton('Try again'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await screen.findByRole('button', { name: 'Payment canceled' });
    expect(onSubmit).not.toHaveBeenCalled();

    await click(screen.getByRole('textbox', { name: 'Plate' }));
    await userEvent.keyboard('{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1); // by Enter in the field, not by the button
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });
});

describe.each([
  ['the same copy', DropdownMenu],
  ['another copy', OtherDropdownMenu],
])('in a dropdown menu of %s of Radix', (_copy, { Root, Trigger, Portal, Content, Item }) => {
  function Menu({ children }: { children: ReactNode }) {
    return (
      <Root>
        <Trigger>More</Trigger>
        <Portal>
          <Content>
            <Item>Receipt</Item>
            {children}
          </Content>
        </Portal>
      </Root>
    );
  }
  const more = () => screen.getByRole('button', { name: 'More', hidden: true });

  /** In a menu, arrow keys move focus, not Tab. */
  async function choose(inputMethod: string, activate: (element: Element) => Promise<void>, name: string) {
    const item = await screen.findByRole('menuitem', { name });
    if (inputMethod !== 'keyboard') return activate(item);
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Receipt' })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(item).toHaveFocus());
    await userEvent.keyboard('{Enter}');
  }

  test.each(inputMethods)(
    'the button works as a menu item, in a menu that stays open, by %s',
    async (inputMethod, activate) => {
      const server = createControlledFetch();
      renderInApp(
        <Menu>
          <Item asChild onSelect={(event) => event.preventDefault()}>
            <CancelPaymentButton transactionId="t1" />
          </Item>
        </Menu>,
        server,
      );
      const before = pageResidue();
      await activate(more());
      await choose(inputMethod, activate, 'Cancel payment');
      await findDialog();
      await waitForFocus('Keep payment');

      await userEvent.keyboard('{Escape}');
      await waitForClose();
      const item = screen.getByRole('menuitem', { name: 'Cancel payment' });
      expect(item).toHaveFocus();

      await userEvent.keyboard('{Enter}');
      await findDialog();
      await activate(await findDialogButton('Cancel payment'));
      await findDialogButton('Canceling…');
      await userEvent.keyboard('{Escape}r'); // nor does a letter move focus in the menu
      expect(await findDialog()).toHaveAttribute('data-state', 'open');
      server.respond(204);
      await waitForClose();
      expect(item).toHaveTextContent('Payment canceled');
      expect(item).toHaveFocus();

      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(more()).toHaveFocus());
      expect(pageResidue()).toEqual(before);
      expect(server.requestedIds).toEqual(['t1']);
    },
  );

  describe.each([
    ['', false],
    [', in StrictMode', true],
  ])('the dialog of a menu item, in a menu that closes%s', (_strict, reactStrictMode) => {
    test.each(inputMethods)('opens, and returns focus to the menu’s button, by %s', async (inputMethod, activate) => {
      const server = createControlledFetch();
      function Page() {
        const [open, setOpen] = useState(false);
        return (
          <main>
            <Menu>
              <Item onSelect={() => setOpen(true)}>Cancel payment</Item>
            </Menu>
            <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} />
          </main>
        );
      }
      renderInApp(<Page />, { ...server, reactStrictMode });
      const before = pageResidue();
      await activate(more());
      await choose(inputMethod, activate, 'Cancel payment');
      await findDialog();
      await waitForAnimations();
      expect(screen.queryByRole('menu')).not.toBeInTheDocument();
      await waitForFocus('Keep payment');
      await activate(await findDialogButton('Keep payment'));
      await waitForClose();
      expect(more()).toHaveFocus();
      expect(pageResidue()).toEqual(before);
    });
  });
});

describe.each([
  ['', false],
  [', in StrictMode', true],
])('in another dialog%s', (_strict, reactStrictMode) => {
  test.each(inputMethods)(
    'only the inner one closes, and both leave no residue on the page, by %s',
    async (_, activate) => {
      const server = createControlledFetch();
      renderInApp(
        <Dialog.Root>
          <Dialog.Trigger>Receipt</Dialog.Trigger>
          <Dialog.Portal>
            <Dialog.Overlay />
            <Dialog.Content aria-describedby={undefined}>
              <Dialog.Title>Your receipt</Dialog.Title>
              <input aria-label="Mileage" />
              <CancelPaymentButton transactionId="t1" />
            </Dialog.Content>
          </Dialog.Portal>
        </Dialog.Root>,
        { ...server, reactStrictMode },
      );
      const before = pageResidue();
      const outer = () => screen.findByRole('dialog', { name: 'Your receipt', hidden: true });
      await activate(screen.getByRole('button', { name: 'Receipt' }));
      await outer();
      const withOuter = pageResidue();

      await activate(getTrigger());
      await findDialog();
      await waitForAnimations();
      await userEvent.keyboard('{Tab}{Tab}');
      expect(await findDialogButton('Keep payment')).toHaveFocus();
      await userEvent.keyboard('{Escape}');
      await waitForClose();
      expect(await outer()).toHaveAttribute('data-state', 'open');
      expect(getTrigger()).toHaveFocus();
      expect(pageResidue()).toEqual(withOuter);

      await activate(getTrigger());
      await activate(await findDialogButton('Cancel payment'));
      await findDialogButton('Canceling…');
      await userEvent.keyboard('{Escape}');
      expect(await findDialog()).toHaveAttribute('data-state', 'open');
      server.respond(204);
      await waitForClose();
      expect(await outer()).toHaveAttribute('data-state', 'open');
      expect(within(await outer()).getByRole('button', { name: 'Payment canceled' })).toHaveFocus();
      expect(pageResidue()).toEqual(withOuter);

      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(screen.getByRole('button', { name: 'Receipt' })).toHaveFocus());
      expect(pageResidue()).toEqual(before);
    },
  );
});

describe('in a native modal dialog, which is in the top layer', () => {
  test.each(inputMethods)('works with the dialog element as its container, by %s', async (_, activate) => {
    const server = createControlledFetch();
    function Page() {
      const [modal, setModal] = useState<HTMLDialogElement | null>(null);
      return (
        <>
          <button type="button" onClick={() => modal?.showModal()}>
            Receipt
          </button>
          <dialog ref={setModal} aria-label="Your receipt">
            <CancelPaymentButton transactionId="t1" container={modal} />
          </dialog>
        </>
      );
    }
    renderInApp(<Page />, server);
    const before = pageResidue();
    await activate(screen.getByRole('button', { name: 'Receipt' }));
    const outer = screen.getByRole('dialog', { name: 'Your receipt' });
    await activate(getTrigger());
    expect(within(outer).getByRole('alertdialog')).toBe(await findDialog());
    expect(await findDialogButton('Keep payment')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitForClose();
    expect(outer).toHaveAttribute('open');
    expect(getTrigger()).toHaveFocus();

    await activate(getTrigger());
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    await userEvent.keyboard('{Escape}');
    expect(outer).toHaveAttribute('open');
    expect(await findDialog()).toHaveAttribute('data-state', 'open');
    server.respond(204);
    await waitForClose();
    const done = within(outer).getByRole('button', { name: 'Payment canceled' });
    expect(done).toHaveFocus();
    expect(within(outer).getByRole('status')).toHaveTextContent('Payment canceled');

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Receipt' })).toHaveFocus());
    expect(pageResidue()).toEqual(before);
  });
});

describe('in a container', () => {
  let container: HTMLElement;
  beforeEach(() => {
    container = document.createElement('div');
    document.body.append(container);
  });
  afterEach(() => container.remove());

  test.each(inputMethods)('that is transformed and clips its content, the dialog works, by %s', async (_, activate) => {
    const server = createControlledFetch();
    Object.assign(container.style, { transform: 'scale(0.9)', overflow: 'hidden', width: '500px', height: '500px' });
    renderInApp(<CancelPaymentButton transactionId="t1" container={container} />, server);
    const before = pageResidue();
    await activate(getTrigger());
    expect(within(container).getByRole('alertdialog')).toBe(await findDialog());
    expect(within(container).getByRole('status')).toBeEmptyDOMElement();
    await activate(await findDialogButton('Keep payment'));
    await waitForClose();
    expect(getTrigger()).toHaveFocus();
    expect(pageResidue()).toEqual(before);

    await activate(getTrigger());
    await activate(await findDialogButton('Cancel payment'));
    await findDialogButton('Canceling…');
    server.respond(204);
    await waitForClose();
    expect(within(container).getByRole('status')).toHaveTextContent('Payment canceled');
    expect(screen.getByRole('button', { name: 'Payment canceled' })).toHaveFocus();
  });

  test.each(inputMethods)('in a shadow tree, the dialog works, by %s', async (inputMethod, activate) => {
    const activateInShadowTree = inputMethod === 'keyboard' ? pressInShadowTree : activate;
    const server = createControlledFetch();
    const root = container.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const inShadow = within(inner);
    renderInApp(<CancelPaymentButton transactionId="t1" container={inner} />, server);
    const before = pageResidue();
    await activate(getTrigger());
    const keep = await inShadow.findByRole('button', { name: 'Keep payment' });
    await waitFor(() => expect(root.activeElement).toBe(keep));
    await userEvent.tab();
    await userEvent.tab();
    expect(root.activeElement).toBe(keep);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inShadow.queryByRole('alertdialog')).toBeNull());
    expect(getTrigger()).toHaveFocus();
    expect(pageResidue()).toEqual(before);

    await activate(getTrigger());
    await activateInShadowTree(await inShadow.findByRole('button', { name: 'Cancel payment' }));
    await inShadow.findByRole('button', { name: 'Canceling…' });
    server.respond(204);
    const done = await screen.findByRole('button', { name: 'Payment canceled' });
    await waitFor(() => expect(done).toHaveFocus());
    expect(inShadow.getByRole('status').textContent).toBe('Payment canceled');
  });
});

test('a page’s rules for headings in a lower layer do not apply to the title', async () => {
  const style = document.createElement('style');
  style.textContent = '@layer page { h2 { color: red; font: 500 3rem/2 serif; letter-spacing: 1px } }';
  document.head.prepend(style); // the first layer is the lowest
  onTestFinished(() => style.remove());
  renderInApp(<CancelPaymentButton transactionId="t1" />, createControlledFetch());
  await click(getTrigger());
  const { color, fontFamily, letterSpacing } = getComputedStyle(await findDialog());
  const title = getComputedStyle(screen.getByRole('heading', { name: 'Cancel this payment?' }));
  expect(title).toMatchObject({ color, fontFamily, letterSpacing, fontSize: '20px', fontWeight: '600' });
});
