// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const script = join(import.meta.dirname, '../../scripts/checkLanguage.js');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'language-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(text: string) {
  const file = join(folder, 'text.md');
  writeFileSync(file, text.replaceAll('|', ''));
  const { status, stderr } = spawnSync('node', [script, file], { encoding: 'utf8' });
  return { status, report: stderr.replaceAll(file, 'text.md') };
}

// The words are split by `|`, so that the check accepts this file.
test.each([
  ['a word', 'The\nside d|oor.', 2],
  ['a word in a name', 'const h|ouseButton = <H|ouseButton />;', 1],
  ['a phrase that wraps in a comment', '/**\n * It stops at\n * o|nce.\n */', 2],
])('fails on %s, with its line', (_, text, line) => {
  const { status, report } = check(text);
  expect(status).toBe(1);
  expect(report).toContain(`text.md:${line} `);
  expect(report).toContain(': write ');
});

test('accepts similar words', () => {
  expect(check('Math.floor(1) outdoors: recommended by a household, instead of its own.')).toEqual({
    status: 0,
    report: '',
  });
});
