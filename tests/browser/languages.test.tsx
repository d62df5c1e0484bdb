import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import { act, screen, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { CancelPaymentButton, type CancelPaymentMessages } from '../../src/index.ts';
import * as locales from '../../src/locales.ts';
import { createHeldFetch, type HeldFetch } from '../support/createHeldFetch.ts';
import { renderInApp } from '../support/renderInApp.tsx';
import '../../src/styles.css';

const { loadMessages: _, ...languages } = locales;
const amount = { value: 1280.5, currency: 'EUR' };
/** Its first group has digits only: not isolated, it would change places with the second one in Arabic. */
const requestId = '30281549-77b0-4c6d-9f58-0a1b2c3d4e5f';

const look = {
  '--cancel-payment-font': '"Inter Variable", "Noto Sans Arabic Variable", serif',
  '--cancel-payment-duration': '0s',
};

beforeAll(async () => {
  for (const [name, value] of Object.entries(look)) document.documentElement.style.setProperty(name, value);
  await CancelPaymentButton.preload();
});

afterEach(() => {
  document.documentElement.removeAttribute('dir');
  document.documentElement.removeAttribute('lang');
});

afterAll(async () => {
  for (const name of Object.keys(look)) document.documentElement.style.removeProperty(name);
  await page.viewport(800, 600);
});

/** As wide as a small phone, which is narrower than any that is sold today. */
const asPhone = () => page.viewport(320, 640);
const asDesktop = () => page.viewport(1024, 768);

interface Screen {
  held: HeldFetch;
  messages: CancelPaymentMessages;
}

async function show(messages: CancelPaymentMessages): Promise<Screen> {
  const held = createHeldFetch();
  document.documentElement.lang = messages.locale;
  document.documentElement.dir = messages.locale === 'ar' ? 'rtl' : 'ltr';
  const ui = <CancelPaymentButton transactionId="t1" amount={amount} onLinkIdentity={() => {}} onSignIn={() => {}} />;
  renderInApp(ui, { ...held, messages });
  await Promise.all(
    [400, 600, 650].map((weight) =>
      document.fonts.load(`${weight} 1rem "Inter Variable", "Noto Sans Arabic Variable"`, JSON.stringify(messages)),
    ),
  );
  return { held, messages };
}

const dialog = () => screen.getByRole('alertdialog');
const button = (name: string) => within(dialog()).findByRole('button', { name });

async function open({ messages }: Screen): Promise<void> {
  act(() => screen.getByRole('button', { name: messages.trigger }).click());
  await screen.findByRole('alertdialog', { name: messages.title });
  for (const animation of document.getAnimations()) animation.finish();
}

async function press(name: string): Promise<void> {
  const element = await button(name);
  act(() => element.click());
}

/** Has the request on its way answered like this, with a reference. */
async function fail({ held, messages }: Screen, status: number, body?: unknown): Promise<void> {
  await button(messages.pending);
  held.answer(status, body, { 'Request-Id': requestId });
  await within(dialog()).findByText(new RegExp(requestId));
}

/** Every word inside, up to a hyphen, with the boxes it takes. A word that is broken takes two. */
function wordsIn(element: Element): { word: string; rects: DOMRect[] }[] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    for (const { 0: word, index } of (text.nodeValue ?? '').matchAll(/[^ -]+-?/g)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      words.push({ word, rects: [...range.getClientRects()] });
    }
  }
  return words;
}

/** Whatever does not fit: words that are cut or broken, and boxes that stick out or scroll sideways. */
function misfits(): string[] {
  const found = [];
  const all = [...document.querySelectorAll('[role="alertdialog"], [role="alertdialog"] *, .cancel-payment-trigger')];
  for (const element of all) {
    const { left, right } = element.getBoundingClientRect();
    if (left < 0 || right > innerWidth) found.push(`${element.className} sticks out`);
    if (element.scrollWidth > element.clientWidth && element.clientWidth > 0)
      found.push(`${element.className} scrolls`);
  }
  for (const element of document.querySelectorAll('[role="alertdialog"], .cancel-payment-trigger')) {
    for (const { word, rects } of wordsIn(element)) {
      if (new Set(rects.map(({ top }) => Math.round(top))).size > 1) found.push(`“${word}” is broken`);
      if (rects.some(({ left, right }) => left < 0 || right > innerWidth)) found.push(`“${word}” is cut`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
}

/** The longest error, in the place of one that is easily had. */
function withLongestError(messages: CancelPaymentMessages): CancelPaymentMessages {
  const longest = Object.values(messages.errors).toSorted((a, b) => b.length - a.length)[0] ?? '';
  return { ...messages, errors: { ...messages.errors, timeout: longest } };
}

describe.each([
  ['a phone of 320 px', asPhone],
  ['a desktop', asDesktop],
])('on %s', (_name, resize) => {
  test.each(Object.entries(languages))(
    'in %s, the question fits, and its buttons keep their size',
    async (_language, messages) => {
      await resize();
      const shown = await show(messages);
      expect(misfits()).toEqual([]);
      await open(shown);
      expect(misfits()).toEqual([]);
      const boxes = () =>
        within(dialog())
          .getAllByRole('button')
          .map((element) => element.getBoundingClientRect())
          .map(({ width, height, left, top }) => ({ width, height, left, top }));
      const before = boxes();
      expect(before.map(({ height }) => height)).toEqual([48, 48]);

      await press(messages.confirm);
      await button(messages.pending);
      expect(boxes()).toEqual(before);
      expect(misfits()).toEqual([]);

      shown.held.answer(204);
      await screen.findByRole('button', { name: messages.canceled });
      expect(misfits()).toEqual([]);
    },
  );

  test.each(Object.entries(languages))('in %s, the longest error fits', async (_language, messages) => {
    await resize();
    const shown = await show(withLongestError(messages));
    await open(shown);
    await press(messages.confirm);
    await fail(shown, 408);
    expect(await button(messages.close)).toBeVisible();
    expect(await button(messages.retry)).toBeVisible();
    expect(misfits()).toEqual([]);
  });

  test.each(Object.entries(languages))('in %s, what can be done about an error fits', async (_language, messages) => {
    await resize();
    const shown = await show(messages);
    await open(shown);
    await press(messages.confirm);
    await fail(shown, 401, { errors: [{ code: 'missing-linked-identity' }] });
    expect(await button(messages.linkIdentity)).toBeVisible();
    expect(misfits()).toEqual([]);

    await press(messages.linkIdentity);
    await press(messages.retry);
    await fail(shown, 401);
    expect(await button(messages.signIn)).toBeVisible();
    expect(misfits()).toEqual([]);
  });
});

describe('in Arabic', () => {
  const { ar } = languages;

  /** The boxes of a text's characters, in its order. */
  function charactersOf(element: Element, text: string): DOMRect[] {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const start = node?.nodeValue?.indexOf(text) ?? -1;
    if (!node || start < 0) throw new Error(`“${text}” is not there.`);
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

  const part = (name: string) => {
    const found = dialog().querySelector(`.cancel-payment-${name}`);
    if (!found) throw new Error(`No ${name} in the dialog.`);
    return found;
  };

  test('the dialog is mirrored: text starts at the right, and Keep is the first button from there', async () => {
    await asDesktop();
    const shown = await show(ar);
    await open(shown);
    const [keep, confirming] = [await button(ar.keep), await button(ar.confirm)].map((element) =>
      element.getBoundingClientRect(),
    );
    expect(keep?.top).toBe(confirming?.top);
    expect(keep?.left).toBeGreaterThan(confirming?.right ?? Infinity);

    const title = part('title').getBoundingClientRect();
    const texts = wordsIn(part('title')).flatMap(({ rects }) => rects);
    expect(Math.max(...texts.map(({ right }) => right))).toBeCloseTo(title.right, 0);
    expect(Math.min(...texts.map(({ left }) => left))).toBeGreaterThan(title.left + 100);
  });

  test('the mark of an error stands at its right', async () => {
    await asPhone();
    const shown = await show(ar);
    await open(shown);
    await press(ar.confirm);
    await fail(shown, 408);
    const error = part('error').getBoundingClientRect();
    const right = Math.max(...wordsIn(part('error')).flatMap(({ rects }) => rects.map((rect) => rect.right)));
    expect(error.right - right).toBeGreaterThanOrEqual(40);
  });

  test('amount and reference are read from left to right, in one piece', async () => {
    await asDesktop();
    const shown = await show(ar);
    await open(shown);
    expect(isLeftToRight(charactersOf(part('description'), '1,280.50'))).toBe(true);

    await press(ar.confirm);
    await fail(shown, 408);
    const reference = within(dialog()).getByText(ar.reference(requestId));
    expect(isLeftToRight(charactersOf(reference, requestId))).toBe(true);
  });
});
