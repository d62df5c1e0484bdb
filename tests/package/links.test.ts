// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { describe, expect, inject, test } from 'vitest';

const files = inject('files');
const root = join(import.meta.dirname, '../..');
const documents = files.filter((path) => path.endsWith('.md'));
const read = (path: string) => readFileSync(join(inject('app'), 'node_modules/react-cancel-preauth', path), 'utf8');

/** The relative targets of a document's links, without fragment. */
const linksOf = (path: string) =>
  [...read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => join(dirname(path), target));

/** The anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(
    ([, heading = '']) =>
      '#' +
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, '')
        .replaceAll(' ', '-'),
  );

test('the package has its docs', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/errors.md', 'docs/browsers.md']));
  expect(linksOf('README.md')).toEqual(expect.arrayContaining(['docs/errors.md', 'src/styles.css']));
});

describe.each(documents)('%s', (path) => {
  test('links only to files and folders of the package', () => {
    // Some name the tests behind a statement, for readers of the repository.
    const targets = linksOf(path).filter((target) => !target.startsWith('tests/'));
    const isPacked = (target: string) => files.some((file) => file === target || file.startsWith(`${target}/`));
    expect(targets.filter((target) => !isPacked(target))).toEqual([]);
  });

  test('links to headings that exist', () => {
    const anchors = [...read(path).matchAll(/\]\((?!https?:)([^)#\s]*)(#[^)\s]+)\)/g)];
    const dangling = anchors.filter(([, target = '', anchor = '']) => {
      const linked = target ? join(dirname(path), target) : path;
      return !files.includes(linked) || !anchorsOf(read(linked)).includes(anchor);
    });
    expect(dangling.map(([link]) => link)).toEqual([]);
  });
});

test('the images of the README are in the repository, where npm’s site looks for them', () => {
  const images = [...read('README.md').matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, path = '']) => path);
  expect(images.length).toBeGreaterThan(0);
  expect(images.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
