import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import { act, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CancelPaymentButton, type CancelPaymentMessages } from '../../src/index.ts';
import * as locales from '../../src/locales.ts';
import { finishAnimations } from '../support/animations.ts';
import { createControlledFetch, type ControlledFetch } from '../support/createControlledFetch.ts';
import { findDialog, findDialogButton, getDialog, getDialogButtons } from '../support/dialogQueries.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import { isFirefox } from '../support/requires.ts';
import '../../src/styles.css';

const languages = locales;
const amount = { value: 1280.5, currency: 'EUR' };
/** The first group has digits only: without isolation, it would swap places with the second one in Arabic. */
const requestId = '30281549-77b0-4c6d-9f58-0a1b2c3d4e5f';

const style = {
  '--cancel-payment-font': '"Inter Variable", "Noto Sans Arabic Variable", serif',
  '--cancel-payment-duration': '0s',
};

beforeAll(async () => {
  for (const [name, value] of Object.entries(style)) document.documentElement.style.setProperty(name, value);
  await CancelPaymentButton.preload();
});

afterEach(() => {
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('lang');
});

afterAll(async () => {
  for (const name of Object.keys(style)) document.documentElement.style.removeProperty(name);
  await page.viewport(800, 600);
});

/** Narrower than any phone that is sold today. */
const resizeToPhone = () => page.viewport(320, 640);
const resizeToDesktop = () => page.viewport(1024, 768);

interface RenderedApp {
  server: ControlledFetch;
  messages: CancelPaymentMessages;
}

async function renderIn(messages: CancelPaymentMessages): Promise<RenderedApp> {
  const server = createControlledFetch();
  document.documentElement.lang = messages.locale;
  document.documentElement.dir = messages.locale === 'ar' ? 'rtl' : 'ltr';
  const ui = <CancelPaymentButton transactionId="t1" amount={amount} onLinkIdentity={() => {}} onSignIn={() => {}} />;
  renderInApp(ui, { ...server, messages });
  await Promise.all(
    [400, 600, 650].map((weight) =>
      document.fonts.load(`${weight} 1rem "Inter Variable", "Noto Sans Arabic Variable"`, JSON.stringify(messages)),
    ),
  );
  return { server, messages };
}

async function open({ messages }: RenderedApp): Promise<void> {
  act(() => screen.getByRole('button', { name: messages.trigger }).click());
  await findDialog(messages.title);
  finishAnimations();
}

async function press(name: string): Promise<void> {
  const element = await findDialogButton(name);
  act(() => element.click());
}

/** Responds to the pending request with an error that has a reference. */
async function fail({ server, messages }: RenderedApp, status: number, body?: unknown): Promise<void> {
  await findDialogButton(messages.pending);
  server.respond(status, body, { 'Request-Id': requestId });
  await within(getDialog()).findByText(new RegExp(requestId));
}

/** Every word in the element, split at hyphens, without invisible marks, with its boxes. A word that wraps has two. */
function findWords(element: Element): { word: string; rects: DOMRect[] }[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[^ \u200e\u200f\u2066-\u2069-]+-?/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      // WebKit adds a box without width to a word at the beginning of a line.
      words.push({ word, rects: [...range.getClientRects()].filter(({ width }) => width > 0) });
    }
  }
  return words;
}

/** Everything that does not fit: words that are clipped or wrap, and boxes that overflow or scroll horizontally. */
function findOverflow(): string[] {
  const found = [];
  const all = [...document.querySelectorAll('[role="alertdialog"], [role="alertdialog"] *, .cancel-payment-trigger')];
  for (const element of all) {
    const { left, right } = element.getBoundingClientRect();
    if (left < 0 || right > innerWidth) found.push(`${element.className} overflows the viewport`);
    if (element.scrollWidth > element.clientWidth && element.clientWidth > 0)
      found.push(`${element.className} scrolls`);
  }
  for (const element of document.querySelectorAll('[role="alertdialog"], .cancel-payment-trigger')) {
    for (const { word, rects } of findWords(element)) {
      // Not by different tops: a character from another font may have one.
      const wraps = rects.some(({ bottom }) => rects.some(({ top }) => top >= bottom - 1));
      // Firefox breaks no line between a hyphen and a digit, and so within the groups of a reference.
      const mayWrap = isFirefox && requestId.includes(word);
      if (wraps && !mayWrap) found.push(`“${word}” wraps`);
      if (rects.some(({ left, right }) => left < 0 || right > innerWidth)) found.push(`“${word}” is clipped`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls horizontally');
  return found;
}

/** Replaces the timeout error, which is easy to provoke, with the longest one. */
function withLongestError(messages: CancelPaymentMessages): CancelPaymentMessages {
  const longest = Object.values(messages.errors).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return { ...messages, errors: { ...messages.errors, timeout: longest } };
}

describe.each([
  ['a phone of 320 px', resizeToPhone],
  ['a desktop', resizeToDesktop],
])('on %s', (_name, resize) => {
  test.each(Object.entries(languages))(
    'in %s, the question fits, and its buttons keep their size',
    async (_language, messages) => {
      await resize();
      const app = await renderIn(messages);
      expect(findOverflow()).toEqual([]);
      await open(app);
      expect(findOverflow()).toEqual([]);
      const boxes = () =>
        getDialogButtons()
          .map((element) => element.getBoundingClientRect())
          .map(({ width, height, left, top }) => ({ width, height, left, top }));
      const before = boxes();
      expect(before.map(({ height }) => height)).toEqual([48, 48]);

      await press(messages.confirm);
      await findDialogButton(messages.pending);
      expect(boxes()).toEqual(before);
      expect(findOverflow()).toEqual([]);

      app.server.respond(204);
      await screen.findByRole('button', { name: messages.canceled });
      expect(findOverflow()).toEqual([]);
    },
  );

  test.each(Object.entries(languages))('in %s, the longest error fits', async (_language, messages) => {
    await resize();
    const app = await renderIn(withLongestError(messages));
    await open(app);
    await press(messages.confirm);
    await fail(app, 408);
    expect(await findDialogButton(messages.close)).toBeVisible();
    expect(await findDialogButton(messages.retry)).toBeVisible();
    expect(findOverflow()).toEqual([]);
  });

  test.each(Object.entries(languages))('in %s, the actions offered by an error fit', async (_language, messages) => {
    await resize();
    const app = await renderIn(messages);
    await open(app);
    await press(messages.confirm);
    await fail(app, 401, { errors: [{ code: 'missing-linked-identity' }] });
    expect(await findDialogButton(messages.linkIdentity)).toBeVisible();
    expect(findOverflow()).toEqual([]);

    await press(messages.linkIdentity);
    await press(messages.retry);
    await fail(app, 401);
    expect(await findDialogButton(messages.signIn)).toBeVisible();
    expect(findOverflow()).toEqual([]);
  });
});

describe('in Arabic', () => {
  const { ar } = languages;

  /** The boxes of a text's characters, in logical order. */
  function charactersOf(element: Element, text: string): DOMRect[] {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const start = node?.nodeValue?.indexOf(text) ?? -1;
    if (!node || start < 0) throw new Error(`“${text}” was not found.`);
    return Array.from(text, (_character, index) => {
      const range = document.createRange();
      range.setStart(node, start + index);
      range.setEnd(node, start + index + 1);
      return range.getBoundingClientRect();
    });
  }

  const isLeftToRight = (rects: DOMRect[]) =>
    rects.every(({ left, top }, index) => {
      const next = rects[index + 1];
      return !next || (next.left >= left && next.top === top);
    });

  const getPart = (name: string) => {
    const found = getDialog().querySelector(`.cancel-payment-${name}`);
    if (!found) throw new Error(`No ${name} in the dialog.`);
    return found;
  };

  test('the dialog is mirrored: text starts at the right, and Keep is the rightmost button', async () => {
    await resizeToDesktop();
    const app = await renderIn(ar);
    await open(app);
    const [keep, confirming] = [await findDialogButton(ar.keep), await findDialogButton(ar.confirm)].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(keep?.top).toBe(confirming?.top);
    expect(keep?.left).toBeGreaterThan(confirming?.right ?? Infinity);

    const title = getPart('title').getBoundingClientRect();
    const texts = findWords(getPart('title')).flatMap(({ rects }) => rects);
    expect(Math.max(...texts.map(({ right }) => right))).toBeCloseTo(title.right, 0);
    expect(Math.min(...texts.map(({ left }) => left))).toBeGreaterThan(title.left + 100);
  });

  test('the icon of an error is at its right', async () => {
    await resizeToPhone();
    const app = await renderIn(ar);
    await open(app);
    await press(ar.confirm);
    await fail(app, 408);
    const error = getPart('error').getBoundingClientRect();
    const right = Math.max(...findWords(getPart('error')).flatMap(({ rects }) => rects.map((rect) => rect.right)));
    expect(error.right - right).toBeGreaterThanOrEqual(40);
  });

  test('amounts and references are written from left to right, without a line break', async () => {
    await resizeToDesktop();
    const app = await renderIn(ar);
    await open(app);
    // Versions of ICU differ in the digits.
    const parts = new Intl.NumberFormat(ar.locale, { style: 'currency', currency: 'EUR' }).formatToParts(1280.5);
    const [integer, fraction] = ['integer', 'fraction'].map((type) => parts.findIndex((part) => part.type === type));
    const digits = parts.slice(integer, (fraction ?? 0) + 1).map(({ value }) => value);
    expect(isLeftToRight(charactersOf(getPart('description'), digits.join('')))).toBe(true);

    await press(ar.confirm);
    await fail(app, 408);
    const reference = within(getDialog()).getByText(requestId);
    expect(reference.parentElement).toHaveTextContent(ar.reference.replace('{id}', requestId));
    expect(isLeftToRight(charactersOf(reference, requestId))).toBe(true);
  });
});
