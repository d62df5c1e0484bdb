// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundlers, metro } from './bundlers.ts';
import { buildConsumer, versionsOf } from './startConsumer.ts';
import { countCopies, radix, testConsumers } from './testConsumers.ts';

testConsumers(bundlers);

// `/client` and `/hooks` only. Nothing here runs React Native.
describe.each([[metro.title, versionsOf(metro)]])('%s: %s', () => {
  let output: string;
  let code: string;
  beforeAll(async () => {
    const built = await buildConsumer(metro);
    output = built.output;
    code = readFileSync(join(built.folder, 'dist/main.js'), 'utf8');
  });

  test('builds without a warning', () => {
    expect(output).not.toMatch(/\bwarn|react-cancel-preauth/i);
    expect(code).toContain('useCancelPreAuth');
  });

  test('loads nothing of Radix at first', () => expect(code).not.toMatch(radix));

  test('has one copy of React and of TanStack Query', () => expect(countCopies(code)).toEqual([1, 1, 1]));
});
