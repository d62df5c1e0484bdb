import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  Activity,
  createRef,
  forwardRef,
  useState,
  type ComponentPropsWithoutRef,
  type ComponentType,
  type Ref,
} from 'react';
import { describe, expect, test, vi } from 'vitest';
import { PayError, type PayClient } from '../../src/index.ts';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import * as CancelPayment from '../../src/parts.ts';
import { de, en } from '../../src/locales.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { getDialogButtonLabels } from '../support/dialogQueries.ts';
import { takeConsoleOutput } from '../support/failOnConsole.ts';
import { isReact18 } from '../support/isReact18.ts';
import { renderInApp } from '../support/renderInApp.tsx';

const forbiddenClient: PayClient = { cancelPreAuth: () => Promise.reject(new PayError('forbidden')) };
const { Root, Trigger, Portal, Overlay, Content, Title, Description, Keep, Confirm } = CancelPayment;

interface PartProps {
  'ref'?: Ref<HTMLElement>;
  'className'?: string;
  'data-testid'?: string;
  'asChild'?: boolean;
  'children'?: React.ReactNode;
}

/** A complete dialog with one part replaced. */
function Parts({ replace, by: Part, props }: { replace: string; by: ComponentType<PartProps>; props: PartProps }) {
  const part = (name: string, original: React.ReactNode) => (replace === name ? <Part {...props} /> : original);
  return (
    <Root transactionId="t1" client={forbiddenClient} defaultOpen>
      {part('Trigger', <Trigger />)}
      <Portal>
        {part('Overlay', <Overlay />)}
        {replace === 'Content' ? (
          <Part {...props}>
            {props.children ?? (
              <div>
                <Title />
                <Description />
                <Keep />
              </div>
            )}
          </Part>
        ) : (
          <Content>
            {part('Title', <Title />)}
            {part('Description', <Description />)}
            {part('Error', <CancelPayment.Error />)}
            {part('Keep', <Keep />)}
            {part('Confirm', <Confirm />)}
          </Content>
        )}
      </Portal>
    </Root>
  );
}

const text = {
  Trigger: en.trigger,
  Title: en.title,
  Description: en.description,
  Error: en.errors.forbidden,
  Keep: en.keep,
  Confirm: en.confirm,
  Overlay: /^$/,
  Content: en.title,
};

const DesignSystemElement = forwardRef<HTMLElement, ComponentPropsWithoutRef<'section'>>(
  function DesignSystemElement(props, ref) {
    return <section {...props} ref={ref} data-design-system="" />;
  },
);

describe.each(['Trigger', 'Overlay', 'Content', 'Title', 'Description', 'Error', 'Keep', 'Confirm'] as const)(
  'CancelPayment.%s',
  (name) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion, import/namespace -- the props shared by all parts
    const part = CancelPayment[name] as ComponentType<PartProps>;

    async function renderPart(props: PartProps): Promise<HTMLElement> {
      renderInApp(<Parts replace={name} by={part} props={{ 'data-testid': 'part', ...props }} />, {});
      if (name === 'Error')
        await userEvent.click(screen.getByText(en.confirm, { selector: 'button:not([aria-haspopup])' }));
      return screen.findByTestId('part');
    }

    test('passes ref, className and other props to its element', async () => {
      const ref = createRef<HTMLElement>();
      const element = await renderPart({ ref, className: 'mine' });
      expect(ref.current).toBe(element);
      expect(element).toHaveClass('mine');
    });

    test('renders a component of the design system with asChild, and gives it its text', async () => {
      const children =
        name === 'Content' ? (
          <DesignSystemElement>
            <Title />
            <Description />
            <Keep />
          </DesignSystemElement>
        ) : (
          <DesignSystemElement />
        );
      const element = await renderPart({ asChild: true, className: 'mine', children });
      expect(element).toHaveAttribute('data-design-system');
      expect(element).toHaveClass('mine');
      expect(element).toHaveTextContent(text[name]);
    });

    test('throws an error that explains that it must be inside Root', () => {
      const Part = part;
      expect(() => render(<Part />)).toThrow(`CancelPayment.${name} is outside of CancelPayment.Root`);
      takeConsoleOutput();
    });
  },
);

test('a part’s text can be replaced', () => {
  renderInApp(
    <Root transactionId="t1" defaultOpen>
      <Portal>
        <Content>
          <Title>Really?</Title>
          <Description />
          <Keep />
        </Content>
      </Portal>
    </Root>,
    {},
  );
  expect(screen.getByRole('alertdialog', { name: 'Really?' })).toBeVisible();
});

describe('custom labels are replaced when they no longer apply', () => {
  function CustomLabels({ client, onSignIn }: { client: PayClient; onSignIn?: () => void }) {
    return (
      <Root transactionId="t1" client={client} onSignIn={onSignIn}>
        <Trigger asChild>
          <button type="button">Stop it</button>
        </Trigger>
        <Portal>
          <Content>
            <Title />
            <Description />
            <CancelPayment.Error />
            <Keep>Leave it</Keep>
            <Confirm>Really stop it</Confirm>
          </Content>
        </Portal>
      </Root>
    );
  }
  test('while pending, after an error and after signing in', async () => {
    const user = userEvent.setup();
    let fail = (): void => {};
    const client: PayClient = {
      cancelPreAuth: () =>
        new Promise((_, reject) => {
          fail = () => reject(new PayError('unauthorized'));
        }),
    };
    renderInApp(<CustomLabels client={client} onSignIn={() => {}} />, {});
    await user.click(screen.getByRole('button', { name: 'Stop it' }));
    expect(getDialogButtonLabels()).toEqual(['Leave it', 'Really stop it']);
    await user.click(screen.getByRole('button', { name: 'Really stop it' }));
    expect(getDialogButtonLabels()).toEqual(['Leave it', en.pending]);
    fail();
    await user.click(await screen.findByRole('button', { name: en.signIn }));
    const retry = await screen.findByRole('button', { name: en.retry });
    expect(getDialogButtonLabels()).toEqual([en.close, en.retry]); // after a first attempt, the payment may be canceled already
    await user.click(retry);
    expect(getDialogButtonLabels()).toEqual([en.close, en.pending]);
  });

  test('on the button, after the payment is canceled', async () => {
    const user = userEvent.setup();
    renderInApp(<CustomLabels client={{ cancelPreAuth: () => Promise.resolve() }} />, {});
    await user.click(screen.getByRole('button', { name: 'Stop it' }));
    await user.click(screen.getByRole('button', { name: 'Really stop it' }));
    expect(await screen.findByRole('button', { name: en.canceled })).toBeVisible();
  });
});

test('a dialog made of parts opens, asks for confirmation and cancels the payment', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  const client: PayClient = { cancelPreAuth: () => Promise.resolve() };
  renderInApp(
    <Root transactionId="t1" client={client} messages={de}>
      <Trigger />
      <Portal>
        <Overlay />
        <Content>
          <Title />
          <Description />
          <CancelPayment.Error />
          <Keep />
          <Confirm onClick={onClick} />
        </Content>
      </Portal>
    </Root>,
    {},
  );
  await user.click(screen.getByRole('button', { name: de.trigger }));
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: de.confirm }));
  const trigger = await screen.findByRole('button', { name: de.canceled });
  expect(trigger).toHaveAttribute('data-status', 'canceled');
  expect(trigger).toHaveAttribute('aria-disabled', 'true');
  expect(onClick).toHaveBeenCalledTimes(1);
  await user.click(trigger);
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
});

test('Confirm does nothing if onClick calls preventDefault', async () => {
  const user = userEvent.setup();
  const cancelPreAuth = vi.fn();
  renderInApp(
    <Root transactionId="t1" client={{ cancelPreAuth }} defaultOpen>
      <Portal>
        <Content>
          <Title />
          <Description />
          <Keep />
          <Confirm onClick={(event) => event.preventDefault()} />
        </Content>
      </Portal>
    </Root>,
    {},
  );
  await user.click(screen.getByRole('button', { name: en.confirm }));
  expect(cancelPreAuth).not.toHaveBeenCalled();
  expect(screen.getByRole('alertdialog')).toHaveAttribute('data-status', 'idle');
});

describe('CancelPaymentDialog', () => {
  function Menu({ client }: { client: PayClient }) {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          More
        </button>
        <CancelPaymentDialog
          transactionId="t1"
          client={client}
          open={open}
          onOpenChange={setOpen}
          classNames={{ confirm: 'mine' }}
        />
      </>
    );
  }

  test('is opened by the app, and has no error of an earlier attempt', async () => {
    const user = userEvent.setup();
    renderInApp(<Menu client={forbiddenClient} />, {});
    const more = screen.getByRole('button', { name: 'More' });
    await user.click(more);
    expect(screen.getByRole('button', { name: en.confirm })).toHaveClass('mine', 'cancel-payment-confirm');
    await user.click(screen.getByRole('button', { name: en.confirm }));
    expect(await screen.findByText(en.errors.forbidden)).toBeVisible();
    await user.click(screen.getByRole('button', { name: en.close }));
    await waitFor(() => expect(more).toHaveFocus());
    await user.click(more);
    expect(screen.getByRole('button', { name: en.confirm })).toBeVisible();
    expect(screen.queryByText(en.errors.forbidden)).not.toBeInTheDocument();
  });

  test('adds a class name of the app to each part', async () => {
    const parts = ['overlay', 'content', 'title', 'description', 'error', 'keep', 'confirm'] as const;
    const classNames = Object.fromEntries(parts.map((part) => [part, `app-${part}`]));
    renderInApp(
      <CancelPaymentDialog transactionId="t1" client={forbiddenClient} defaultOpen classNames={classNames} />,
      {},
    );
    const found = (part: string) => document.querySelector(`.cancel-payment-${part}.app-${part}`);
    const missing = () => parts.filter((part) => !found(part));
    expect(missing()).toEqual(['error']);
    await userEvent.click(screen.getByRole('button', { name: en.confirm }));
    await screen.findByText(en.errors.forbidden);
    expect(missing()).toEqual(['description', 'confirm']); // they are no longer rendered
  });

  test('can be opened again after a cancellation, and sends another request', async () => {
    const user = userEvent.setup();
    const cancelPreAuth = vi.fn(() => Promise.resolve());
    renderInApp(<Menu client={{ cancelPreAuth }} />, {});
    for (const times of [1, 2]) {
      await user.click(screen.getByRole('button', { name: 'More' }));
      await user.click(screen.getByRole('button', { name: en.confirm }));
      await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
      expect(cancelPreAuth).toHaveBeenCalledTimes(times);
    }
  });

  test('renders itself and its announcements into `container`', () => {
    const container = document.createElement('div');
    document.body.append(container);
    renderInApp(<CancelPaymentDialog transactionId="t1" defaultOpen container={container} />, {});
    expect(within(container).getByRole('alertdialog')).toBeVisible();
    expect(within(container).getByRole('status')).toBeEmptyDOMElement();
    container.remove();
  });
});

test('a success while <Activity> hides the dialog does not close that of another transaction', async ({ skip }) => {
  skip(isReact18, 'React 18 has no <Activity>.');
  const user = userEvent.setup();
  const server = createControlledFetch();
  const handlers = { onOpenChange: vi.fn(), onCanceled: vi.fn() };
  const page = (transactionId: string, mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <CancelPaymentDialog transactionId={transactionId} open {...handlers} />
    </Activity>
  );
  const { rerender } = renderInApp(page('t1', 'visible'), { fetch: server.fetch });
  await user.click(screen.getByRole('button', { name: 'Cancel payment' }));
  rerender(page('t1', 'hidden'));
  rerender(page('t2', 'hidden'));
  server.respond(204);
  await waitFor(() => expect(handlers.onCanceled.mock.calls).toEqual([['t1']]));
  rerender(page('t2', 'visible'));
  expect(handlers.onOpenChange).not.toHaveBeenCalled();
  expect(screen.getByRole('alertdialog')).toHaveAttribute('data-status', 'idle');
  expect(server.requestedIds).toEqual(['t1']);
});

test('events in the dialog do not bubble to the row of the page that it is rendered in, but focus does', async () => {
  const row = { onClick: vi.fn(), onKeyDown: vi.fn(), onPointerDown: vi.fn(), onFocus: vi.fn() };
  const content = { onClick: vi.fn(), onKeyDown: vi.fn() };
  renderInApp(
    <div {...row}>
      <Root transactionId="t1" defaultOpen>
        <Portal>
          <Overlay />
          <Content {...content}>
            <Title />
            <Description />
            <input aria-label="Note" />
            <Keep />
          </Content>
        </Portal>
      </Root>
    </div>,
    {},
  );
  await userEvent.click(screen.getByRole('textbox'));
  await userEvent.keyboard('a');
  expect(content.onClick).toHaveBeenCalledOnce();
  expect(content.onKeyDown).toHaveBeenCalledOnce();
  expect(row.onFocus).toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'Keep payment' }));
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  for (const handler of [row.onClick, row.onKeyDown, row.onPointerDown]) expect(handler).not.toHaveBeenCalled();
});
