// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { storyNameFromExport, toId } from 'storybook/internal/csf';
import { describe, expect, test } from 'vitest';
import results from '../../bench/results.json' with { type: 'json' };
import { en } from '../../src/locales.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const unwrap = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the documentation of errors', () => {
  const sections = read('docs/errors.md').split(/^## /m).slice(1);

  test('has one section for each code', () => {
    expect(sections.map((section) => section.slice(0, section.indexOf('\n'))).toSorted()).toEqual(
      Object.keys(en.errors).toSorted(),
    );
  });

  test.each(Object.entries(en.errors))('quotes the message for %s', (code, text) => {
    const section = sections.find((candidate) => candidate.startsWith(`${code}\n`));
    expect(unwrap(section ?? '')).toContain(`**The user reads** “${text}”`);
  });
});

describe('docs/testing.md', () => {
  const text = read('docs/testing.md');
  const files = readdirSync(join(root, 'examples/testing'), { encoding: 'utf8', recursive: true });
  /** Only the tests of the examples need these. */
  const isUnquoted = (path: string) => /^e2e.(?:index\.html|main\.tsx)$/.test(path);
  const quoted = files.filter((path) => /\.\w+$/.test(path) && !isUnquoted(path));

  /** What the docs quote: of MSW's test the handler, and of the second and third Jest configuration what is different. */
  function quotesOf(path: string): string[] {
    const source = read(`examples/testing/${path}`);
    const [handler] = /http\.post\(.+\)\)/.exec(source) ?? [];
    if (handler) return [handler];
    const [, transform] = /^ {2}(transform: .*?)\n {2}moduleNameMapper/ms.exec(source) ?? [];
    return transform && !path.includes('babel') ? [transform.replaceAll('\n  ', '\n')] : [source.trim()];
  }

  test.each(quoted)('quotes %s', (path) => {
    for (const quote of quotesOf(path)) expect(text).toContain(quote);
  });

  test('the examples are found', () => {
    expect(quoted).toHaveLength(10);
  });
});

describe.each(['SECURITY.md', 'docs/support.md'])('%s', (path) => {
  const text = read(path);
  const links = [...text.matchAll(/\[([^\]]+)\]\((\.\.?\/[^)#]+)[^)]*\)/g)].map(
    ([, title = '', target = '']) => [unwrap(title).replaceAll('\\', ''), join(dirname(path), target)] as const,
  );
  const tests = links.filter(([, target]) => target.startsWith('tests'));

  test('links only to files of the repository', () => {
    expect(links.filter(([, target]) => !existsSync(join(root, target)))).toEqual([]);
  });

  test.each(tests)('names an existing test: %s', (title, target) => {
    expect(read(target)).toContain(`'${title}'`);
  });

  test('names tests for each statement that it says is tested', () => {
    const list = /^- \(([a-z, ]+)\)/gm;
    const lettersIn = (source: string, pattern: RegExp) =>
      new Set([...source.matchAll(pattern)].flatMap(([, letters = '']) => letters.split(', ')));
    expect(tests.length).toBeGreaterThan(5);
    expect(lettersIn(text, list)).toEqual(
      lettersIn(text.replaceAll(list, ''), /(?: \(|\| )([a-z](?:, [a-z])*)(?:\)| +\|$)/gm),
    );
  });
});

describe('the comparison with a hand-written version', () => {
  const text = read('docs/by-hand.md');

  test.each(['CancelPaymentByHand.tsx', 'cancelPreAuth.ts'])('has the current code of %s', (file) => {
    expect(text).toContain(`// ${file}\n${read(`bench/byHand/${file}`)}\`\`\``);
  });

  test('has the bytes of the last benchmark', () => {
    const sizes = new Map(results.sizes.map(({ name, value }) => [name, value]));
    const bytesOf = (row: string) => sizes.get(`bytes-page: ${row}, Vite`) ?? NaN;
    const firstLoad = bytesOf('button, provider and client, on first load');
    const byHand = bytesOf('written by hand, all on first load');
    const all = firstLoad + bytesOf('their dialog chunk, with Radix');
    const figures = [...text.matchAll(/([\d.]+) kB/g)].map(([, figure]) => figure);
    expect(figures).toEqual([byHand, firstLoad, byHand, all].map((bytes) => (bytes / 1000).toFixed(2)));
  });
});

describe('links between Storybook pages', () => {
  const files = readdirSync(join(root, 'stories'), { encoding: 'utf8', recursive: true }).map(
    (path) => `stories/${path}`,
  );
  const pages = files.filter((path) => path.endsWith('.mdx'));
  const ids = new Set([
    ...pages.flatMap((path) =>
      [...read(path).matchAll(/<Meta title="([^"]+)"/g)].map(([, title = '']) => toId(title, 'docs')),
    ),
    ...files
      .filter((path) => path.endsWith('.stories.tsx'))
      .flatMap((path) => {
        const source = read(path);
        const title = /title: '([^']+)'/.exec(source)?.[1] ?? '';
        const names = [...source.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => storyNameFromExport(name));
        return ['docs', ...names].map((name) => toId(title, name));
      }),
  ]);

  test.each(pages)('point to existing pages: %s', (path) => {
    const links = [...read(path).matchAll(/\?path=\/(?:docs|story)\/([\w-]+)/g)].map(([, id = '']) => id);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
  });

  test('are found in the sources', () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(ids).toContain('outcomes-forbidden--docs');
  });
});

describe('the examples', () => {
  interface Manifest {
    dependencies: Record<string, string>;
    devDependencies?: Record<string, string>;
  }

  function versionsIn(folder: string): Record<string, string> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by hand
    const { dependencies, devDependencies } = JSON.parse(read(`${folder}/package.json`)) as Manifest;
    const versions = { ...dependencies, ...devDependencies };
    // `"name": "npm:other@1.2.3"` installs another package under that name.
    const aliased = Object.values(versions).flatMap((version) => {
      const [, name, exact] = /^npm:(.+)@(.+)$/.exec(version) ?? [];
      return name && exact ? [[name, exact]] : [];
    });
    return { ...versions, ...Object.fromEntries(aliased) };
  }

  test.each([
    ['examples/next', ['tests/consumers/frameworks']],
    ['examples/vite', ['.', 'tests/consumers']],
  ])('%s has the versions that it is tested with', (example, tested) => {
    const { 'react-cancel-preauth': _ours, ...versions } = versionsIn(example);
    expect(Object.assign({}, ...tested.map(versionsIn))).toMatchObject(versions);
  });
});
