import { waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentDialog } from '../../src/dialog.ts';
import { finishAnimations } from '../support/animations.ts';
import { differencesBy } from '../support/differencesBy.ts';
import { getButton, getDialog, getDialogButtons } from '../support/dialogQueries.ts';
import { emulate } from '../support/emulate.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { getErrorBox, showUiState } from '../support/showUiState.tsx';
import styles from '../../src/styles.css?inline';

/** A separate page, because the first stylesheet determines the order of the layers. */
function renderPage(...sheets: readonly string[]): Document {
  const frame = document.body.appendChild(document.createElement('iframe'));
  onTestFinished(() => frame.remove());
  const page = frame.contentDocument;
  if (!page) throw new Error('The frame has no document.');
  page.head.innerHTML = sheets.map((sheet) => `<style>${sheet}</style>`).join('');
  page.body.innerHTML = '<button type="button" class="cancel-payment-confirm danger">Cancel payment</button>';
  return page;
}

function confirmStyle(page: Document): CSSStyleDeclaration {
  const button = page.querySelector('button');
  if (!button) throw new Error('The page has no button.');
  return getComputedStyle(button);
}

const red = 'rgb(200, 34, 60)';

describe('the page’s rules', () => {
  test('for elements do not change the button', () => {
    const { backgroundColor, paddingLeft } = confirmStyle(
      renderPage('body > button, * { background: none; padding: 0 }', styles, '* { padding: 0 }'),
    );
    expect([backgroundColor, paddingLeft]).toEqual([red, '14px']);
  });

  test('for a class override the package’s, before and after its stylesheet', () => {
    const { backgroundColor, paddingLeft } = confirmStyle(
      renderPage('.danger { background: black }', styles, '.cancel-payment-confirm { padding: 1px }'),
    );
    expect([backgroundColor, paddingLeft]).toEqual(['rgb(0, 0, 0)', '1px']);
  });

  test('for an attribute override them too, but not in a lower layer', () => {
    const reset = "[type='button'] { background-color: transparent }"; // as in Tailwind CSS before 3.4
    expect(confirmStyle(renderPage(reset, styles)).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    const layered = `@layer tailwind-base, cancel-payment; @layer tailwind-base { ${reset} }`;
    expect(confirmStyle(renderPage(layered, styles)).backgroundColor).toBe(red);
  });

  test('are in the same order if an app’s own layer contains the stylesheet', () => {
    const page = renderPage(
      `* { padding: 0 } @layer vendor { ${styles} }`,
      '@layer app { .danger { background: black } }',
    );
    expect(confirmStyle(page).backgroundColor).toBe('rgb(0, 0, 0)');
  });
});

test('a modal around the trigger passes nothing on to the dialog', async () => {
  await showUiState('forbidden');
  const sheet = document.head.appendChild(document.createElement('style'));
  onTestFinished(() => sheet.remove());
  sheet.textContent = `body {
    letter-spacing: 0.2em; word-spacing: 1em; text-transform: uppercase; text-align: center; text-indent: 2em;
    text-shadow: 1px 1px red; font-style: italic; font-variant: small-caps; font-weight: 900; line-height: 3;
    white-space: nowrap; word-break: break-all; hyphens: auto; cursor: move; user-select: none; visibility: hidden;
    quotes: none; list-style: none; color: red; -webkit-text-fill-color: red; -webkit-text-stroke: 1px red;
    writing-mode: vertical-rl; pointer-events: none }`;
  if (!sheet.sheet) throw new Error('The stylesheet is not applied.');
  const fromTrigger = /^cancel-payment-trigger/;
  // The containing block of a fixed box is horizontal or vertical, as the page is.
  expect(differencesBy([sheet.sheet]).filter((difference) => !fromTrigger.test(difference))).toEqual([]);
});

describe('--cancel-payment-font-size', () => {
  const sizes = () =>
    [getDialog(), ...getDialog().querySelectorAll('h2, p, small, .cancel-payment-actions, button')].map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const { fontSize, padding, margin } = getComputedStyle(element);
      return { element: element.className || element.localName, width, height, fontSize, padding, margin };
    });

  test('keeps every length where the page has another size of 1rem', async () => {
    await showUiState('timeout');
    const expected = sizes();
    expect(expected.find(({ element }) => element === 'cancel-payment-title')?.fontSize).toBe('20px');
    await emulate({ css: 'html { font-size: 62.5% }' });
    expect(sizes()).not.toEqual(expected);
    await emulate({ css: ':root { --cancel-payment-font-size: 1.6rem }' });
    expect(sizes()).toEqual(expected);
  });

  test('scales everything except what has its own variable', async () => {
    await showUiState('timeout');
    const before = getErrorBox().getBoundingClientRect();
    const [button] = getDialogButtons();
    await emulate({ css: ':root { --cancel-payment-font-size: 24px }' });
    expect(getComputedStyle(getErrorBox()).paddingLeft).toBe('69px'); // 2.875em
    expect(getErrorBox().getBoundingClientRect().height).toBeGreaterThan(before.height);
    expect(button && getComputedStyle(button).minHeight).toBe('48px');
  });
});

test('a dialog that stays open after a success shows a check mark beside its title', async () => {
  renderInApp(<CancelPaymentDialog transactionId="t1" open client={{ cancelPreAuth: async () => {} }} />, {
    fetch: () => Promise.reject(new Error('unused')),
  });
  await waitFor(() => expect(getButton('Keep payment')).toHaveFocus());
  finishAnimations();
  await userEvent.click(getButton('Cancel payment'));
  await waitFor(() => expect(getDialog()).toHaveAttribute('data-status', 'canceled'));
  const title = getDialog().querySelector('.cancel-payment-title');
  expect(title).toHaveTextContent('Payment canceled');
  const sign = title && getComputedStyle(title, '::before');
  expect(sign?.content).toBe('""');
  expect(sign?.borderBlockEndColor).toBe('rgb(11, 122, 75)');
});
