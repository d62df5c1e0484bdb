import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CancelPaymentButton } from '../../../src/index.ts';
import { de, en } from '../../../src/locales.ts';
import { accessibilityTree } from '../../support/accessibilityTree.ts';
import { createHeldFetch } from '../../support/createHeldFetch.ts';
import { emulate } from '../../support/emulate.ts';
import { renderInApp } from '../../support/renderInApp.tsx';
import { button, focusOn, offeredButtons, openDialog, requestId, showStage, stages } from '../../support/showStage.tsx';

const description = en.description({ amount: '€80.00' });

describe('1.1.1 Non-text Content, 1.3.1 Info and Relationships, 4.1.2 Name, Role, Value: what the browser tells', () => {
  test.each([
    ['idle', 'button "Cancel payment" hasPopup=dialog'],
    ['disabled', 'button "Cancel payment" disabled hasPopup=dialog'],
    ['canceled', 'button "Payment canceled" disabled focused'],
  ] as const)('of the button, %s', async (stage, told) => {
    await showStage(stage);
    expect((await accessibilityTree()).filter((line) => line.startsWith('button'))).toEqual([told]);
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
        `alertdialog "Cancel this payment?" (${en.errors.timeout} Reference: ${requestId}) modal`,
        'heading "Cancel this payment?" level=2',
        'alert live=assertive',
        'paragraph',
        `StaticText "${en.errors.timeout}"`,
        `StaticText "Reference: ${requestId}"`,
        'button "Close"',
        'button "Try again" focused',
      ],
    ],
    [
      'forbidden',
      [
        `alertdialog "Cancel this payment?" (${en.errors.forbidden} Reference: ${requestId}) modal`,
        'heading "Cancel this payment?" level=2',
        'alert live=assertive',
        'paragraph',
        `StaticText "${en.errors.forbidden}"`,
        `StaticText "Reference: ${requestId}"`,
        'button "Close" focused',
      ],
    ],
  ] as const)('of the dialog, and nothing of the page behind it, %s', async (stage, told) => {
    await showStage(stage);
    expect(await accessibilityTree()).toEqual(told);
  });
});

test.each(stages)('2.5.3 Label in Name: a button is called what is written on it, %s', async (stage) => {
  await showStage(stage);
  const names = (await accessibilityTree())
    .filter((line) => line.startsWith('button'))
    .map((line) => /"(.*)"/.exec(line)?.[1]);
  expect(names).toEqual(offeredButtons().map((element) => element.innerText));
});

describe('3.1.2 Language of Parts: German on a page in English', () => {
  const languageOf = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang');

  test('of the button', async () => {
    await showStage('idle', de);
    expect(languageOf(button(de.trigger))).toBe('de');
  });

  test('of the dialog', async () => {
    await showStage('timeout', de);
    expect(languageOf(openDialog())).toBe('de');
    expect(openDialog().querySelectorAll('[lang]:not([lang="de"])')).toHaveLength(0);
  });

  test('of what is announced', async () => {
    await showStage('canceled', de);
    const said = [...document.querySelectorAll('[role="status"]')].filter((region) => region.textContent);
    expect(said.map((region) => region.textContent)).toEqual([de.canceled]);
    expect(said.map(languageOf)).toEqual(['de']);
    expect(languageOf(button(de.canceled))).toBe('de');
  });
});

test('4.1.3 Status Messages: waiting, errors and success are said by live regions that were there before', async () => {
  const held = createHeldFetch();
  renderInApp(<CancelPaymentButton transactionId="t1" />, held);
  const said: string[] = [];
  const observer = new MutationObserver((mutations) => {
    for (const { target } of mutations) {
      const region = target instanceof Element && target.closest('[role="alert"], [aria-live]');
      if (!region || !region.textContent) continue;
      // VoiceOver hears nothing from outside of an open dialog; others may wait for what is busy, but hear the button's new name.
      const place = region.closest('[role="alertdialog"]') ? 'inside' : 'outside';
      const isBusy = region.closest('[aria-busy="true"]') !== null;
      said.push(
        `${region.role === 'alert' ? 'assertive' : region.ariaLive}, ${place}${isBusy ? ', busy' : ''}: ${region.textContent}`,
      );
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });

  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focusOn('Keep payment');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await focusOn('Canceling…');
  held.answer(408);
  await focusOn('Try again');
  await userEvent.keyboard('{Enter}');
  await focusOn('Canceling…');
  held.answer(204);
  await focusOn('Payment canceled');
  observer.disconnect();
  expect(said.map((line) => line.trim())).toEqual([
    'polite, inside, busy: Canceling…',
    `assertive, inside: ${en.errors.timeout}`,
    'polite, inside, busy: Canceling…',
    'polite, outside: Payment canceled',
  ]);
});

describe.each(['light', 'dark'] as const)('axe finds nothing in %s mode', (colorScheme) => {
  test.each(stages)('%s', async (stage) => {
    await emulate({ colorScheme });
    await showStage(stage);
    const { violations, passes } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(violations.map(({ id, nodes }) => ({ id, in: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });
});
