import { afterEach, describe, expect, test, vi } from 'vitest';
import * as locales from '../../src/locales.ts';
import { loadMessages } from '../../src/messages/loadMessages.ts';

const { de, en, fr, pt, ro } = locales;

test.each(Object.entries(locales))('loads %s for a browser that prefers it', async (language, messages) => {
  expect(await loadMessages([language])).toBe(messages);
  expect(await loadMessages([messages.locale])).toBe(messages);
});

describe('loads the first available language', () => {
  test.each([
    [['fr', 'de', 'en'], fr],
    [['fi-FI', 'fi', 'de-DE', 'en'], de],
    [['en-GB', 'de'], en],
  ])('of %j', async (preferred, messages) => {
    expect(await loadMessages(preferred)).toBe(messages);
  });
});

describe('accepts tags as browsers, servers and operating systems write them', () => {
  test.each([
    ['de-AT', de],
    ['DE', de],
    ['de-Latn-DE-1996-u-co-phonebk', de],
    ['pt-BR', pt],
    ['mo', ro],
    ['mo-MD', ro],
    ['de_DE', de],
    ['de_DE.UTF-8', de],
    ['fr-CA;q=0.8', fr],
  ])('%s', async (tag, messages) => {
    expect(await loadMessages([tag])).toBe(messages);
  });
});

describe('skips tags that are not a known language', () => {
  test.each([
    '*',
    '',
    'C',
    'POSIX',
    '-',
    '_',
    'x-private',
    'i-default',
    'tlh',
    'xx',
    'toString',
    '日本語',
    'a'.repeat(99),
  ])('%j', async (tag) => {
    expect(await loadMessages([tag, 'de'])).toBe(de);
  });
});

test('falls back to English', async () => {
  expect(await loadMessages([])).toBe(en);
  expect(await loadMessages(['*'])).toBe(en);
  expect(await loadMessages(['ja-JP', 'zh-Hans'])).toBe(en);
});

test('loads the preferred language in browsers without Object.hasOwn, such as Safari 15.3', async () => {
  const hasOwn = Object.getOwnPropertyDescriptor(Object, 'hasOwn');
  Reflect.deleteProperty(Object, 'hasOwn');
  const isDeleted = !('hasOwn' in Object);
  const loaded = await loadMessages(['toString', 'de']).finally(() => {
    Object.defineProperty(Object, 'hasOwn', { ...hasOwn }); // before `expect`, which needs it
  });
  expect(isDeleted).toBe(true);
  expect(Object.hasOwn(de, 'locale')).toBe(true);
  expect(loaded).toBe(de);
});

describe('when a chunk cannot be loaded', () => {
  afterEach(() => {
    vi.doUnmock('../../src/messages/de.ts');
    vi.resetModules();
  });

  test('rejects, and other languages still load', async () => {
    vi.resetModules();
    const failure = new TypeError('Failed to fetch dynamically imported module');
    vi.doMock('../../src/messages/de.ts', () => {
      throw failure;
    });
    const { loadMessages: freshLoadMessages } = await import('../../src/messages/loadMessages.ts');
    await expect(freshLoadMessages(['de'])).rejects.toHaveProperty('cause', failure); // Vitest wraps it
    expect(await freshLoadMessages(['fr'])).toEqual(expect.objectContaining({ locale: 'fr' }));
  });
});
