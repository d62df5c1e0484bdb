import { screen, waitFor, within } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CancelPayment,
  CancelPaymentButton,
  CancelPaymentDialog,
  type CancelPaymentMessages,
} from '../../src/index.ts';
import { en } from '../../src/locales.ts';
import { createHeldFetch } from '../support/createHeldFetch.ts';
import {
  animationsEnded,
  click,
  dialog,
  forgetAnnouncements,
  inDialog,
  shortenAnimations,
  startCanceling,
  trigger,
  ways,
} from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { withResolvers } from '../support/withResolvers.ts';
import '../../src/styles.css';

beforeAll(() => {
  shortenAnimations();
  return CancelPaymentButton.preload();
});
beforeEach(forgetAnnouncements);
afterEach(() => {
  vi.unstubAllGlobals();
});

const canceled = () => screen.findByRole('button', { name: 'Payment canceled' });
const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument());
const alert = () => within(screen.getByRole('alertdialog')).getByRole('alert');

/** What of `element` changes, as often as it does. */
function record(element: Element): string[] {
  const seen: string[] = [];
  const observer = new MutationObserver(() => seen.push(element.textContent));
  observer.observe(element, { childList: true, characterData: true, subtree: true, attributes: true });
  return seen;
}

describe.each(ways)('by %s', (_, activate) => {
  test('a success closes the dialog, is announced outside of it, and gives focus back', async () => {
    const held = createHeldFetch();
    const onCanceled = vi.fn();
    const onOpenChange = vi.fn();
    const props = { transactionId: 't1', onCanceled, onOpenChange };
    renderInApp(<CancelPaymentButton {...props} />, held);
    await activate(trigger());
    await dialog();
    const status = screen.getByRole('status');
    expect(status).toBeEmptyDOMElement(); // there before it is needed
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');

    held.answer(204);
    const done = await canceled();
    await waitFor(() => expect(done).toHaveFocus());
    await closed();
    expect(status).toBeInTheDocument();
    expect(status).toHaveTextContent('Payment canceled');
    expect(status).toHaveAttribute('lang', 'en');
    expect(done).toHaveAttribute('data-status', 'canceled');
    expect(done).toHaveAttribute('data-state', 'closed');
    expect(onCanceled.mock.calls).toEqual([['t1']]);
    expect(onOpenChange.mock.calls).toEqual([[true], [false]]);

    await activate(done);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    expect(onOpenChange).toHaveBeenCalledTimes(2);
  });

  test('a final error offers only Close, with focus on it, and reopening starts clean', async () => {
    const held = createHeldFetch();
    const onError = vi.fn();
    renderInApp(<CancelPaymentButton transactionId="t1" onError={onError} />, held);
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(403, { errors: [{ code: 'forbidden', detail: 'Nicht mehr offen' }] }, { 'Request-Id': 'r-42' });

    const close = await inDialog('Close');
    await waitFor(() => expect(close).toHaveFocus());
    const opened = await dialog();
    expect(within(opened).getAllByRole('button')).toEqual([close]);
    expect(opened).toHaveAttribute('data-status', 'error');
    expect(opened).not.toHaveAttribute('aria-busy');
    expect(trigger(undefined, { expanded: true })).toHaveAttribute('data-status', 'error');
    expect(trigger(undefined, { expanded: true })).toHaveAttribute('data-state', 'open');
    expect(alert()).toHaveTextContent('can no longer be canceled');
    expect(alert()).toHaveTextContent('Reference: r-42');
    expect(opened).toHaveAccessibleDescription(/can no longer be canceled/);
    expect(opened).not.toHaveTextContent('Nicht mehr offen');
    expect(onError.mock.calls.map(([error]) => error.code)).toEqual(['forbidden']);

    await activate(close);
    await waitFor(() => expect(trigger()).toHaveFocus());
    await closed();
    await activate(trigger());
    await dialog();
    expect(await inDialog('Keep payment')).toHaveFocus();
    expect(await inDialog('Cancel payment')).not.toHaveAttribute('aria-disabled');
    expect(alert()).toBeEmptyDOMElement();
    expect(await dialog()).toHaveAttribute('data-status', 'idle');
  });

  test('the same error twice is announced twice, and focus stays on the button', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, held);
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    const region = alert();
    const announced: string[] = [];
    const observer = new MutationObserver(() => announced.push(region.textContent));
    observer.observe(region, { childList: true, characterData: true, subtree: true });

    held.answer(408);
    const retry = await inDialog('Try again');
    expect(retry).toHaveFocus();
    await activate(retry);
    await inDialog('Canceling…');
    held.answer(408);
    expect(await inDialog('Try again')).toHaveFocus();
    observer.disconnect();
    const text = expect.stringContaining('the answer took too long');
    expect(announced).toEqual([text, '', text]);
    expect(region).toBeInTheDocument();
    expect(within(await dialog()).queryByRole('button', { name: 'Keep payment' })).not.toBeInTheDocument();

    await activate(await inDialog('Close'));
    await closed();
    expect(held.requested).toEqual(['t1', 't1']);
  });

  test.each([
    ['missing-linked-identity', 'onLinkIdentity', 'Link account'],
    ['unauthorized', 'onSignIn', 'Sign in'],
  ] as const)('%s offers what %s does, then another try, and focus stays', async (code, callback, label) => {
    const held = createHeldFetch();
    const settle = withResolvers();
    const props = { transactionId: 't1', [callback]: () => settle.promise };
    renderInApp(<CancelPaymentButton {...props} />, held);
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(401, { errors: [{ code }] });

    const recover = await inDialog(label);
    expect(recover).toHaveFocus();
    await activate(recover);
    expect(recover).toHaveFocus();
    expect(recover).toHaveAttribute('aria-disabled', 'true');
    settle.resolve();
    const retry = await inDialog('Try again');
    expect(retry).toHaveFocus();
    await activate(retry);
    await inDialog('Canceling…');
    held.answer(204);
    await waitFor(async () => expect(await canceled()).toHaveFocus());
    expect(held.requested).toEqual(['t1', 't1']);
  });

  test('a sign-in that never ends does not keep the dialog open', async () => {
    const held = createHeldFetch();
    const onSignIn = () => new Promise<never>(() => {});
    renderInApp(<CancelPaymentButton transactionId="t1" onSignIn={onSignIn} />, held);
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(401);
    await activate(await inDialog('Sign in'));
    await activate(await inDialog('Close'));
    await closed();
    await activate(trigger());
    await dialog();
    await activate(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    expect(await canceled()).toBeVisible();
  });
});

test.each(ways)('callbacks of the screen that throw are reported, and change nothing, by %s', async (_, activate) => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const held = createHeldFetch();
  const fail = (name: string) => () => {
    throw new Error(name);
  };
  const props = { onCanceled: fail('onCanceled'), onError: fail('onError'), onSignIn: fail('onSignIn') };
  const { rerender } = renderInApp(<CancelPaymentButton transactionId="t1" {...props} />, held);
  await startCanceling(undefined, activate);
  rerender(<CancelPaymentButton transactionId="t1" {...props} onOpenChange={fail('onOpenChange')} />);
  held.answer(401);
  await activate(await inDialog('Sign in'));
  await activate(await inDialog('Try again'));
  await inDialog('Canceling…');
  held.answer(204);
  await waitFor(async () => expect(await canceled()).toHaveFocus());
  await closed();
  expect(screen.getByRole('status')).toHaveTextContent('Payment canceled');
  expect(reported.mock.calls.map(([error]) => error.message)).toEqual([
    'onError',
    'onSignIn',
    'onOpenChange',
    'onCanceled',
  ]);
});

describe('the text does not change while the dialog fades out', () => {
  test('after a success', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, held);
    await startCanceling();
    const opened = await dialog();
    const { textContent } = opened;
    const seen = record(opened);
    held.answer(204);
    await waitFor(() => expect(opened).toHaveAttribute('data-state', 'closed'));
    await closed();
    expect([...new Set(seen)]).toEqual([textContent]);
  });

  test('after an error', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, held);
    await startCanceling();
    held.answer(403);
    const close = await inDialog('Close');
    const opened = await dialog();
    const { textContent } = opened;
    const seen = record(opened);
    await click(close);
    await waitFor(() => expect(opened).toHaveAttribute('data-state', 'closed'));
    await closed();
    expect([...new Set(seen)]).toEqual([textContent]);
  });
});

describe('language and direction go together, whatever the page’s are', () => {
  const arabic: CancelPaymentMessages = {
    ...en,
    locale: 'ar',
    title: 'إلغاء هذه الدفعة؟',
    canceled: 'تم إلغاء الدفعة',
  };
  const opened = () => screen.findByRole('alertdialog');

  afterEach(() => document.documentElement.removeAttribute('dir'));

  test('Arabic on a page that does not say its direction', async () => {
    const held = createHeldFetch();
    renderInApp(<CancelPaymentButton transactionId="t1" />, { ...held, messages: arabic });
    expect(trigger()).toHaveAttribute('lang', 'ar');
    await click(trigger());
    expect(await opened()).toHaveAttribute('lang', 'ar');
    expect(getComputedStyle(await opened()).direction).toBe('rtl');
    await click(await inDialog('Cancel payment'));
    await inDialog('Canceling…');
    held.answer(204);
    await screen.findByRole('button', { name: arabic.canceled });
    expect(screen.getByRole('status')).toHaveAttribute('lang', 'ar');
  });

  test('English on a page from right to left', async () => {
    document.documentElement.dir = 'rtl';
    renderInApp(<CancelPaymentDialog transactionId="t1" defaultOpen />, createHeldFetch());
    expect(await opened()).toHaveAttribute('lang', 'en');
    expect(getComputedStyle(await opened()).direction).toBe('ltr');
    await animationsEnded();
  });

  test('the screen’s own words have the screen’s language, until they give way', async () => {
    const held = createHeldFetch();
    renderInApp(
      <CancelPaymentButton transactionId="t1" onOpenChange={() => {}}>
        Zapfsäule freigeben
      </CancelPaymentButton>,
      held,
    );
    expect(trigger('Zapfsäule freigeben')).not.toHaveAttribute('lang');
    await startCanceling('Zapfsäule freigeben');
    held.answer(204);
    expect(await canceled()).toHaveAttribute('lang', 'en');
  });

  test('parts say theirs too, and can be told another', async () => {
    const { Root, Trigger, Portal, Content, Title, Description, Keep } = CancelPayment;
    const House = (props: ComponentProps<'button'>) => <button {...props} type="button" />;
    renderInApp(
      <>
        <Root transactionId="t1" defaultOpen>
          <Trigger />
          <Portal>
            <Content lang="en-GB" dir="ltr">
              <Title />
              <Description />
              <Keep />
            </Content>
          </Portal>
        </Root>
        <Root transactionId="t2">
          <Trigger asChild>
            <House />
          </Trigger>
          <Trigger>Freigeben</Trigger>
          <Trigger asChild>
            <House>Abbrechen</House>
          </Trigger>
          <Trigger lang="en-GB" />
        </Root>
      </>,
      createHeldFetch(),
    );
    const languages = screen
      .getAllByRole('button', { hidden: true })
      .filter((button) => button.hasAttribute('aria-haspopup'))
      .map(({ lang }) => lang);
    expect(languages).toEqual(['en', 'en', '', '', 'en-GB']);
    expect(await opened()).toHaveAttribute('lang', 'en-GB');
    expect(await opened()).toHaveAttribute('dir', 'ltr');
  });
});
