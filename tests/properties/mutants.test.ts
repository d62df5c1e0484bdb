// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutants } from './mutants/mutants.js';
import { mutateSource } from './mutants/mutateSource.js';

describe('each mutant can be made', () => {
  test.each(mutants)('$name', (mutant) => {
    const source = readFileSync(mutant.file, 'utf8');
    expect(mutateSource(source, mutant)).not.toBe(source);
  });
});

test('a mutant of text that is not there exactly once cannot be made', () => {
  const mutant = { name: 'x', file: 'x.ts', search: 'a', replacement: 'b' };
  expect(() => mutateSource('', mutant)).toThrow('contains its text 0 times');
  expect(() => mutateSource('a a', mutant)).toThrow('contains its text 2 times');
});
