// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import item from '../../registry/cancel-payment-button.json' with { type: 'json' };

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../registry', path), 'utf8');

test('the registry item has the current source and description', () => {
  expect(item.files.map(({ path, content }) => content === read(path))).toEqual([true]);
  expect(JSON.parse(read('registry.json'))).toMatchObject({
    items: [{ docs: item.docs, dependencies: item.dependencies }],
  });
});
