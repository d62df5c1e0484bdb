import { expect, test } from 'vitest';
import { directionOf } from '../../src/messages/directionOf.ts';

test.each(['ar', 'ar-EG', 'he', 'fa', 'ur-PK', 'ckb', 'dv', 'az-Arab', 'uz-Arab-AF', 'yi', 'ps', 'ug'])(
  '%s is written from right to left',
  (locale) => {
    expect(directionOf(locale)).toBe('rtl');
  },
);

test.each(['ff-Adlm', 'ur-Aran', 'mid-Mand', 'nqo', 'rhg-Rohg', 'smp-Samr', 'syr'])(
  '%s, in a less common script, is written from right to left',
  (locale) => {
    expect(directionOf(locale)).toBe('rtl');
  },
);

test.each(['en', 'de-AT', 'ru', 'zh-Hant', 'az', 'ar-Latn', 'ku', 'not a tag', ''])(
  '%s is written from left to right',
  (locale) => {
    expect(directionOf(locale)).toBe('ltr');
  },
);
