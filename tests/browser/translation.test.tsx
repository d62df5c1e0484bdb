import { act, screen, waitFor } from '@testing-library/react';
import type { ComponentProps, ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { CancelPaymentButton } from '../../src/index.ts';
import * as CancelPayment from '../../src/parts.ts';
import { createControlledFetch } from '../support/createControlledFetch.ts';
import { waitForClose } from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { setUpDialogTests } from '../support/setUpDialogTests.ts';

setUpDialogTests();

/** Puts `<font>` elements around all texts, as Google Translate does. */
function translatePage(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) if (texts.currentNode instanceof Text) found.push(texts.currentNode);
  for (const text of found) {
    if (!text.data.trim() || text.parentElement?.closest('font, script, style')) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    text.replaceWith(outer);
    outer.append(inner);
    inner.textContent = `‹${text.data}›`; // the browser keeps no text node of React's
  }
}

const amount = 80;
const Icon = () => <svg aria-hidden viewBox="0 0 1 1" />;
const Label = ({ children }: { children: ReactNode }) => <>{children}</>;

const children: [name: string, children: ReactNode][] = [
  ['a text', 'Stop payment'],
  ['several texts', ['Stop ', 'payment']],
  ['a text and a value', <>Stop {amount} €</>],
  ['an icon and a text', [<Icon key="icon" />, 'Stop payment']],
  ['a component that renders a text', <Label key="label">Stop payment</Label>],
  ['nothing', undefined],
];

const press = (button: HTMLElement) => act(async () => button.click());

describe.each(children)('labels that are %s survive a translated page', (_, label) => {
  test('on the button', async () => {
    const server = createControlledFetch();
    renderInApp(<CancelPaymentButton transactionId="t1">{label}</CancelPaymentButton>, server);
    const button = screen.getByRole('button');
    translatePage();
    await press(button);
    await screen.findByRole('alertdialog');
    translatePage();
    await press(await screen.findByRole('button', { name: '‹Cancel payment›' }));
    await screen.findByRole('button', { name: 'Canceling…' });
    translatePage();
    server.respond(408);
    await screen.findByRole('button', { name: 'Try again' });
    translatePage();
    await press(screen.getByRole('button', { name: '‹Try again›' }));
    await screen.findByRole('button', { name: 'Canceling…' });
    translatePage();
    server.respond(204);
    await waitForClose();
    expect(button).toHaveTextContent('Payment canceled');
  });

  test.each([
    ['', false],
    [' with asChild', true],
  ])('on the parts%s', async (_name, asChild) => {
    const { Root, Trigger, Portal, Content, Title, Description, Keep, Confirm } = CancelPayment;
    const server = createControlledFetch();
    const Button = (props: ComponentProps<'button'>) => <button type="button" {...props} />;
    const findLabel = (text: string) => waitFor(() => expect(screen.getByTestId('confirm')).toHaveTextContent(text));
    const content = asChild ? <Button>{label}</Button> : label;
    renderInApp(
      <Root transactionId="t1">
        <Trigger data-testid="trigger" asChild={asChild}>
          {content}
        </Trigger>
        <Portal>
          <Content>
            <Title>{label}</Title>
            <Description>{label}</Description>
            <CancelPayment.Error />
            <Keep data-testid="keep" asChild={asChild}>
              {content}
            </Keep>
            <Confirm data-testid="confirm" asChild={asChild}>
              {content}
            </Confirm>
          </Content>
        </Portal>
      </Root>,
      server,
    );
    translatePage();
    await press(screen.getByTestId('trigger'));
    await screen.findByRole('alertdialog');
    translatePage();
    await press(screen.getByTestId('confirm'));
    await findLabel('Canceling…');
    translatePage();
    server.respond(408);
    await findLabel('Try again');
    expect(screen.getByTestId('keep')).toHaveTextContent('Close');
    translatePage();
    await press(screen.getByTestId('confirm'));
    await findLabel('Canceling…');
    translatePage();
    server.respond(204);
    await waitForClose();
    expect(screen.getByTestId('trigger')).toHaveTextContent('Payment canceled');
  });
});
