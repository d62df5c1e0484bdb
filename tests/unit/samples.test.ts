// @vitest-environment node
import { expect, test } from 'vitest';
import { checkSamples, listDocuments, readSamples } from '../support/checkSamples.ts';

const samples = Object.fromEntries(listDocuments().map((path) => [path, readSamples(path)]));

test('the code samples of the docs and docstrings compile', { timeout: 60_000 }, () => {
  expect(checkSamples(samples)).toEqual([]);
});

test.each(['README.md', 'stories/docs/Start.mdx', 'docs/testing.md', 'src/button/CancelPaymentButton.tsx'])(
  'the code samples of %s are found',
  (path) => {
    expect(samples[path]).not.toEqual([]);
  },
);

test('a sample that does not compile is reported', { timeout: 60_000 }, () => {
  const wrong = '<CancelPaymentButton transactionId={id} onCanceled={refetch} />;';
  expect(checkSamples({ 'README.md': ['export {};', wrong] })).toEqual([
    expect.stringMatching(/^README\.md\/2\.tsx\(1,\d+\): error TS2322: /),
  ]);
});
