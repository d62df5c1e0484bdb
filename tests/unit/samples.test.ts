// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { expect, test } from 'vitest';
import exampleManifest from '../../examples/next/package.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import { checkSamples, listDocuments, readSamples } from '../support/checkSamples.ts';

const root = join(import.meta.dirname, '../..');
const documents = listDocuments();

const samples = Object.fromEntries(documents.map((path) => [path, readSamples(path)]));

/** The files that the samples of docs/nextjs.md are, by their path in an app. */
const nextFiles = Object.fromEntries(
  ['examples/next', 'tests/consumers/apps/next'].flatMap((folder) =>
    readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^app\/(?!checkout\/).*\.tsx?$/.test(path)) // which is only for that test
      .map((path) => [path, readFileSync(join(root, folder, path), 'utf8')]),
  ),
);

test('the code samples of the docs and docstrings compile', { timeout: 60_000 }, () => {
  const files = Object.entries(nextFiles).map(([path, code]) => `// ${path}\n${code}`);
  expect(checkSamples({ ...samples, 'docs/nextjs.md': files })).toEqual([]);
});

test('the code samples for Next.js are files of the example, or of the app that tests build with it', () => {
  const quoted = (samples['docs/nextjs.md'] ?? []).map((code) => /^\/\/ (\S+)\n(.*)$/s.exec(code)?.slice(1));
  expect(quoted.length).toBeGreaterThan(4);
  expect(quoted).toEqual(quoted.map(([path = ''] = []) => [path, nextFiles[path]]));
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
  const scripts = new Set([manifest, exampleManifest].flatMap((found) => Object.keys(found.scripts)));
  const named = documents.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !scripts.has(name))).toEqual([]);
});
