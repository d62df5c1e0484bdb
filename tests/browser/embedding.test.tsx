import * as Dialog from '@radix-ui/react-dialog';
import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import { screen, waitFor, within } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton, CancelPaymentDialog } from '../../src/index.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import {
  animationsEnded,
  click,
  dialog,
  inDialog,
  leftovers,
  shortenAnimations,
  trigger,
  ways,
} from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

beforeAll(() => {
  shortenAnimations();
  return CancelPaymentButton.preload();
});

const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());

/** With one Tab from Keep: `document` does not tell what has focus in a shadow tree. */
async function pressInside(button: HTMLElement) {
  await userEvent.tab();
  expect(button.matches(':focus')).toBe(true);
  await userEvent.keyboard('{Enter}');
}

describe('a row, form or link around the button', () => {
  test.each(ways)('hears nothing of the dialog, but the document does, by %s', async (_, activate) => {
    const held = createHeldFetch();
    const reached: string[] = [];
    const hear = (event: { type: string }) => reached.push(event.type);
    const clicks = vi.fn();
    document.addEventListener('click', clicks);
    renderInApp(
      <a
        href="#receipt"
        onClick={(event) => {
          hear(event);
          event.preventDefault();
        }}
        onPointerDown={hear}
        onMouseDown={hear}
        onTouchStart={hear}
        onKeyDown={hear}
        onKeyUp={hear}
        onFocus={hear}
        onBlur={hear}
        onMouseOver={hear}
        onPointerOver={hear}
        onPointerMove={hear}
        onContextMenu={hear}
        onWheel={hear}
        onAnimationEnd={hear}
      >
        <CancelPaymentButton transactionId="t1" />
      </a>,
      held,
    );
    await activate(trigger());
    await dialog();
    await animationsEnded();
    reached.length = 0;
    clicks.mockClear();
    const heading = screen.getByRole('heading', { name: 'Cancel this payment?' });
    await click(heading);
    await userEvent.click(heading, { button: 'right' });
    heading.dispatchEvent(new WheelEvent('wheel', { bubbles: true }));
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    expect(reached).toEqual([]);
    expect(clicks).toHaveBeenCalledTimes(2);
    document.removeEventListener('click', clicks);
    held.answer(204);
    await screen.findByRole('button', { name: 'Payment canceled' });
  });

  test.each(ways)('a form is not submitted, by %s', async (_, activate) => {
    const held = createHeldFetch();
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    const container = document.createElement('div');
    function Screen({ children }: { children: ReactNode }) {
      return (
        <form onSubmit={onSubmit}>
          <input aria-label="Plate" />
          <div ref={(element) => element?.append(container)} />
          {children}
        </form>
      );
    }
    renderInApp(
      <Screen>
        <CancelPaymentButton transactionId="t1" container={container} />
      </Screen>,
      held,
    );
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Keep payment'));
    await closed();
    await activate(trigger());
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(500, undefined, { 'Retry-After': '60' });
    await activate(await inDialog('Try again'));
    await inDialog('Canceling…');
    held.answer(204);
    await screen.findByRole('button', { name: 'Payment canceled' });
    expect(onSubmit).not.toHaveBeenCalled();

    await click(screen.getByRole('textbox', { name: 'Plate' }));
    await userEvent.keyboard('{Enter}');
    expect(onSubmit).toHaveBeenCalledTimes(1); // it has no button that Enter in a field would press
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });
});

describe('in a dropdown menu', () => {
  function Menu({ children }: { children: ReactNode }) {
    return (
      <DropdownMenu.Root>
        <DropdownMenu.Trigger>More</DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content>
            <DropdownMenu.Item>Receipt</DropdownMenu.Item>
            {children}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
    );
  }
  const more = () => screen.getByRole('button', { name: 'More', hidden: true });

  /** Arrow keys move in a menu, not Tab. */
  async function choose(way: string, activate: (element: Element) => Promise<void>, name: string) {
    const item = await screen.findByRole('menuitem', { name });
    if (way !== 'keyboard') return activate(item);
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Receipt' })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(item).toHaveFocus());
    await userEvent.keyboard('{Enter}');
  }

  test.each(ways)('the button works as an item of a menu that stays open, by %s', async (way, activate) => {
    const held = createHeldFetch();
    renderInApp(
      <Menu>
        <DropdownMenu.Item asChild onSelect={(event) => event.preventDefault()}>
          <CancelPaymentButton transactionId="t1" />
        </DropdownMenu.Item>
      </Menu>,
      held,
    );
    const before = leftovers();
    await activate(more());
    await choose(way, activate, 'Cancel payment');
    await dialog();
    expect(await inDialog('Keep payment')).toHaveFocus();

    await userEvent.keyboard('{Escape}');
    await closed();
    const item = screen.getByRole('menuitem', { name: 'Cancel payment' });
    expect(item).toHaveFocus();

    await userEvent.keyboard('{Enter}');
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    await userEvent.keyboard('{Escape}r'); // nor does typing search the menu
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    held.answer(204);
    await closed();
    expect(item).toHaveTextContent('Payment canceled');
    expect(item).toHaveFocus();

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(more()).toHaveFocus());
    expect(leftovers()).toEqual(before);
    expect(held.requested).toEqual(['t1']);
  });

  describe.each([
    ['', false],
    [', in StrictMode', true],
  ])('the dialog of a menu that closes%s', (_strict, reactStrictMode) => {
    test.each(ways)('opens over it, and gives focus back to the menu’s button, by %s', async (way, activate) => {
      const held = createHeldFetch();
      function Screen() {
        const [open, setOpen] = useState(false);
        return (
          <main>
            <Menu>
              <DropdownMenu.Item onSelect={() => setOpen(true)}>Cancel payment</DropdownMenu.Item>
            </Menu>
            <CancelPaymentDialog transactionId="t1" open={open} onOpenChange={setOpen} />
          </main>
        );
      }
      renderInApp(<Screen />, { ...held, reactStrictMode });
      const before = leftovers();
      await activate(more());
      await choose(way, activate, 'Cancel payment');
      await dialog();
      await animationsEnded();
      expect(screen.queryByRole('menu')).not.toBeInTheDocument();
      expect(await inDialog('Keep payment')).toHaveFocus();
      await activate(await inDialog('Keep payment'));
      await closed();
      expect(more()).toHaveFocus();
      expect(leftovers()).toEqual(before);
    });
  });
});

describe.each([
  ['', false],
  [', in StrictMode', true],
])('in another dialog%s', (_strict, reactStrictMode) => {
  test.each(ways)('only the inner one closes, and the page is clean when both have, by %s', async (_, activate) => {
    const held = createHeldFetch();
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
      { ...held, reactStrictMode },
    );
    const before = leftovers();
    const outer = () => screen.findByRole('dialog', { name: 'Your receipt', hidden: true });
    await activate(screen.getByRole('button', { name: 'Receipt' }));
    await outer();
    const withOuter = leftovers();

    await activate(trigger());
    await dialog();
    await animationsEnded();
    await userEvent.keyboard('{Tab}{Tab}');
    expect(await inDialog('Keep payment')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(await outer()).toHaveAttribute('data-state', 'open');
    expect(trigger()).toHaveFocus();
    expect(leftovers()).toEqual(withOuter);

    await activate(trigger());
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    await userEvent.keyboard('{Escape}');
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    held.answer(204);
    await closed();
    expect(await outer()).toHaveAttribute('data-state', 'open');
    expect(within(await outer()).getByRole('button', { name: 'Payment canceled' })).toHaveFocus();
    expect(leftovers()).toEqual(withOuter);

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Receipt' })).toHaveFocus());
    expect(leftovers()).toEqual(before);
  });
});

describe('in a native modal dialog, which is in the top layer', () => {
  test.each(ways)('works with the dialog element as container, by %s', async (_, activate) => {
    const held = createHeldFetch();
    function Screen() {
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
    renderInApp(<Screen />, held);
    const before = leftovers();
    await activate(screen.getByRole('button', { name: 'Receipt' }));
    const outer = screen.getByRole('dialog', { name: 'Your receipt' });
    await activate(trigger());
    expect(within(outer).getByRole('alertdialog')).toBe(await dialog());
    expect(await inDialog('Keep payment')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(outer).toHaveAttribute('open');
    expect(trigger()).toHaveFocus();

    await activate(trigger());
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    await userEvent.keyboard('{Escape}');
    expect(outer).toHaveAttribute('open');
    expect(await dialog()).toHaveAttribute('data-state', 'open');
    held.answer(204);
    await closed();
    const done = within(outer).getByRole('button', { name: 'Payment canceled' });
    expect(done).toHaveFocus();
    expect(within(outer).getByRole('status')).toHaveTextContent('Payment canceled');

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Receipt' })).toHaveFocus());
    expect(leftovers()).toEqual(before);
  });
});

describe('in a container', () => {
  let container: HTMLElement;
  beforeEach(() => {
    container = document.createElement('div');
    document.body.append(container);
  });
  afterEach(() => container.remove());

  test.each(ways)('that is transformed and clips, it can still be used, by %s', async (_, activate) => {
    const held = createHeldFetch();
    Object.assign(container.style, { transform: 'scale(0.9)', overflow: 'hidden', width: '500px', height: '500px' });
    renderInApp(<CancelPaymentButton transactionId="t1" container={container} />, held);
    const before = leftovers();
    await activate(trigger());
    expect(within(container).getByRole('alertdialog')).toBe(await dialog());
    expect(within(container).getByRole('status')).toBeEmptyDOMElement();
    await activate(await inDialog('Keep payment'));
    await closed();
    expect(trigger()).toHaveFocus();
    expect(leftovers()).toEqual(before);

    await activate(trigger());
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    await closed();
    expect(within(container).getByRole('status')).toHaveTextContent('Payment canceled');
    expect(screen.getByRole('button', { name: 'Payment canceled' })).toHaveFocus();
  });

  test.each(ways)('that is in a shadow tree, it works but for the trap, by %s', async (way, activate) => {
    // The Tab key leaves it from the last button: see "Questions" in the docs.
    const activateInside = way === 'keyboard' ? pressInside : activate;
    const held = createHeldFetch();
    const root = container.attachShadow({ mode: 'open' });
    const inner = document.createElement('div');
    root.append(inner);
    const inShadow = within(inner);
    renderInApp(<CancelPaymentButton transactionId="t1" container={inner} />, held);
    const before = leftovers();
    await activate(trigger());
    const keep = await inShadow.findByRole('button', { name: 'Keep payment' });
    await waitFor(() => expect(root.activeElement).toBe(keep));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inShadow.queryByRole('alertdialog')).toBeNull());
    expect(trigger()).toHaveFocus();
    expect(leftovers()).toEqual(before);

    await activate(trigger());
    await activateInside(await inShadow.findByRole('button', { name: 'Cancel payment' }));
    await inShadow.findByRole('button', { name: 'Canceling…' });
    held.answer(204);
    const done = await screen.findByRole('button', { name: 'Payment canceled' });
    await waitFor(() => expect(done).toHaveFocus());
    expect(inShadow.getByRole('status').textContent).toBe('Payment canceled');
  });
});

test('a page’s rules for headings, in a layer below, do not reach the title', async () => {
  const style = document.createElement('style');
  style.textContent = '@layer page { h2 { color: red; font: 500 3rem/2 serif; letter-spacing: 1px } }';
  document.head.prepend(style); // the first layer is the lowest
  onTestFinished(() => style.remove());
  renderInApp(<CancelPaymentButton transactionId="t1" />, createHeldFetch());
  await click(trigger());
  const { color, fontFamily, letterSpacing } = getComputedStyle(await dialog());
  const title = getComputedStyle(screen.getByRole('heading', { name: 'Cancel this payment?' }));
  expect(title).toMatchObject({ color, fontFamily, letterSpacing, fontSize: '20px', fontWeight: '600' });
});
