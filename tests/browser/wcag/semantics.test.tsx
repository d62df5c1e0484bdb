import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../../src/index.ts';
import { de, en } from '../../../src/locales.ts';
import { accessibilityTree } from '../../support/accessibilityTree.ts';
import { createControlledFetch } from '../../support/createControlledFetch.ts';
import { getAccessibleButtons, getButton, getDialog, waitForFocus } from '../../support/dialogQueries.ts';
import { emulate } from '../../support/emulate.ts';
import { renderInApp } from '../../support/renderInApp.tsx';
import { requestId, showUiState, uiStates } from '../../support/showUiState.tsx';

const description = en.descriptionWithAmount.replace('{amount}', '€80.00');

describe('1.1.1 Non-text Content, 1.3.1 Info and Relationships, 4.1.2 Name, Role, Value: the accessibility tree', () => {
  test.each([
    ['idle', 'button "Cancel payment" hasPopup=dialog'],
    ['disabled', 'button "Cancel payment" disabled hasPopup=dialog'],
    ['canceled', 'button "Payment canceled" disabled focused'],
  ] as const)('of the button, %s', async (state, expected) => {
    await showUiState(state);
    expect((await accessibilityTree()).filter((line) => line.startsWith('button'))).toEqual([expected]);
  });

  test.each([
    [
      'open',
      [
        `alertdialog "Cancel this payment?" (${description}) modal`,
        'heading "Cancel this payment?" level=2',
        'paragraph',
        `StaticText "${description}"`,
        'alert live=assertive',
        'button "Keep payment" focused',
        'button "Cancel payment"',
      ],
    ],
    [
      'pending',
      [
        `alertdialog "Cancel this payment?" (${description}) modal busy`,
        'heading "Cancel this payment?" level=2',
        'paragraph',
        `StaticText "${description}"`,
        'alert live=assertive',
        'button "Keep payment" disabled',
        'button "Canceling…" disabled focused',
      ],
    ],
    [
      'timeout',
      [
        `alertdialog "Cancellation not confirmed" (${en.errors.timeout} Reference: ${requestId}) modal`,
        'heading "Cancellation not confirmed" level=2',
        'alert live=assertive',
        'paragraph',
        `StaticText "${en.errors.timeout}"`,
        'StaticText "Reference: "',
        `StaticText "${requestId}"`,
        'button "Close"',
        'button "Try again" focused',
      ],
    ],
    [
      'forbidden',
      [
        `alertdialog "This payment can’t be canceled" (${en.errors.forbidden} Reference: ${requestId}) modal`,
        'heading "This payment can’t be canceled" level=2',
        'alert live=assertive',
        'paragraph',
        `StaticText "${en.errors.forbidden}"`,
        'StaticText "Reference: "',
        `StaticText "${requestId}"`,
        'button "Close" focused',
      ],
    ],
  ] as const)('of the dialog, without the page behind it, %s', async (state, expected) => {
    await showUiState(state);
    expect(await accessibilityTree()).toEqual(expected);
  });
});

test.each(uiStates)('2.5.3 Label in Name: the accessible name of a button is its visible text, %s', async (state) => {
  await showUiState(state);
  const names = (await accessibilityTree())
    .filter((line) => line.startsWith('button'))
    .map((line) => /"(.*)"/.exec(line)?.[1]);
  expect(names).toEqual(getAccessibleButtons().map((element) => element.innerText));
});

describe('3.1.2 Language of Parts: German on a page in English', () => {
  const languageOf = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang');

  test('of the button', async () => {
    await showUiState('idle', de);
    expect(languageOf(getButton(de.trigger))).toBe('de');
  });

  test('of the dialog', async () => {
    await showUiState('timeout', de);
    expect(languageOf(getDialog())).toBe('de');
    expect(getDialog().querySelectorAll('[lang]:not([lang="de"])')).toHaveLength(0);
  });

  test('of an announcement', async () => {
    await showUiState('canceled', de);
    const announced = [...document.querySelectorAll('[role="status"]')].filter((region) => region.textContent);
    expect(announced.map((region) => region.textContent)).toEqual([de.canceled]);
    expect(announced.map(languageOf)).toEqual(['de']);
    expect(languageOf(getButton(de.canceled))).toBe('de');
  });
});

test('4.1.3 Status Messages: pending, errors and success are announced by live regions that already exist', async () => {
  const server = createControlledFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, server);
  const announced: string[] = [];
  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const region = target instanceof Element && target.closest('[role="alert"], [aria-live]');
      if (!region || !region.textContent) continue;
      // VoiceOver ignores live regions outside an open dialog. Others may wait while a region is busy, but announce the button's new name.
      const place = region.closest('[role="alertdialog"]') ? 'inside' : 'outside';
      const isBusy = region.closest('[aria-busy="true"]') !== null;
      announced.push(
        `${region.role === 'alert' ? 'assertive' : region.ariaLive}, ${place}${isBusy ? ', busy' : ''}: ${region.textContent}`,
      );
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Keep payment');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Canceling…');
  server.respond(408);
  await waitForFocus('Try again');
  await userEvent.keyboard('{Enter}');
  await waitForFocus('Canceling…');
  server.respond(204);
  await waitForFocus('Payment canceled');
  observer.disconnect();
  expect(announced.map((line) => line.trim())).toEqual([
    'polite, inside, busy: Canceling…',
    `assertive, inside: ${en.errors.timeout}`,
    'polite, inside, busy: Canceling…',
    'polite, outside: Payment canceled',
  ]);
});

describe.each(['light', 'dark'] as const)('axe finds no violations in %s mode', (colorScheme) => {
  test.each(uiStates)('%s', async (state) => {
    await emulate({ colorScheme, css: ':root { background: Canvas }' }); // in Firefox, axe takes no background for white
    await showUiState(state);
    const { violations, passes } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.map(({ id, nodes }) => ({ id, in: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });
});
