// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { checkSamples, listDocuments, readSamples } from '../support/checkSamples.ts';

const root = join(import.meta.dirname, '../..');
const documents = listDocuments();

const samples = Object.fromEntries(documents.map((path) => [path, readSamples(path)]));

test('the code samples of the docs and docstrings compile', { timeout: 60_000 }, () => {
  expect(checkSamples(samples)).toEqual([]);
});

test.each(['README.md', 'stories/docs/Start.mdx', 'stories/docs/Testing.mdx', 'src/button/CancelPaymentButton.tsx'])(
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

test('no page of Storybook and no language of a sample is left out', () => {
  const pages = readdirSync(join(root, 'stories'), { encoding: 'utf8', recursive: true }).filter((path) =>
    path.endsWith('.mdx'),
  );
  expect(documents).toEqual(expect.arrayContaining(pages.map((path) => `stories/${path.replaceAll('\\', '/')}`)));
  const others = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^ *```(\w+)$/gm)].map(([, language = '']) => language),
  );
  expect(new Set(others)).toEqual(new Set(['ts', 'tsx', 'css', 'sh', 'js']));
});

test('the CSS samples can be parsed, and set variables that exist', () => {
  const styles = readFileSync(join(root, 'src/styles.css'), 'utf8');
  const css = documents.flatMap((path) => readSamples(path, 'css'));
  expect(css.length).toBeGreaterThan(5);
  for (const code of css) transform({ filename: 'sample.css', code: Buffer.from(code) });
  const names = css.flatMap((code) => code.match(/--cancel-payment-[\w-]+/g) ?? []);
  expect(names.filter((name) => !styles.includes(`${name}:`))).toEqual([]);
});

test('the commands in the docs exist', () => {
  const scripts = Object.keys(manifest.scripts);
  const named = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
});
