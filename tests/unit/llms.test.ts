// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const text = read('llms.txt');
const [intro = '', ...sections] = text.split(/^## /m);
const links = sections.flatMap((section) => section.trim().split('\n').slice(2));

test('llms.txt has the format of llmstxt.org: a title, a summary, and lists of links with notes', () => {
  expect(intro).toMatch(/^# react-cancel-preauth\n\n> \S/);
  expect(sections.length).toBeGreaterThan(1);
  expect(links.filter((link) => !/^- \[[^\]]+\]\(\.\/[^)]+\): \S/.test(link))).toEqual([]);
});

test('llms.txt links to every document of the package, under its title', () => {
  const documents = [
    'README.md',
    'SECURITY.md',
    'ARCHITECTURE.md',
    ...readdirSync(join(root, 'docs')).map((file) => `docs/${file}`),
  ];
  const titles = documents
    .filter((path) => path.endsWith('.md'))
    .map((path) => `[${/^# (.+)$/m.exec(read(path))?.[1]}](./${path})`);
  expect(links.flatMap((link) => /\[.+?\]\(.+?\)/.exec(link)?.[0] ?? []).toSorted()).toEqual(titles.toSorted());
});

test('llms.txt names every entry point', () => {
  const entryPoints = Object.keys(manifest.exports)
    .filter((name) => !/^\.\/(?:package\.json|locales\/.+)$/.test(name))
    .map((name) => `\`react-cancel-preauth${name.slice(1)}\``);
  expect(entryPoints.length).toBeGreaterThan(5);
  expect(entryPoints.filter((name) => !intro.includes(name))).toEqual([]);
});
