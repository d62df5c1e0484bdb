import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { expect, inject, test } from 'vitest';

/** As in docs/browsers.md. */
const oldest = ['safari15.4', 'chrome92', 'firefox90'];

/** Built-ins that one of these browsers lacks. */
const newer =
  /\b(?:Object\.(?:hasOwn|groupBy)|structuredClone|AbortSignal\.(?:any|timeout)|Promise\.(?:withResolvers|try)|Array\.fromAsync|checkVisibility)\b|\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed)\(/g;

/** The packed modules whose code passes the check. */
function findModules(check: (code: string) => boolean): string[] {
  const modules = inject('files').filter((file) => file.endsWith('.js'));
  return modules.filter((file) =>
    check(readFileSync(join(inject('app'), 'node_modules/react-cancel-preauth', file), 'utf8')),
  );
}

const isRewrittenFor = (target: string[]) => (code: string) =>
  transformSync(code, { target }).code !== transformSync(code, { target: 'esnext' }).code;

test('the oldest browsers understand the syntax of every module', () => {
  expect(findModules(isRewrittenFor(oldest))).toEqual([]);
  expect(findModules(isRewrittenFor(['chrome84']))).not.toEqual([]); // the check finds something
});

test('no module uses a built-in that one of the oldest browsers lacks', () => {
  expect(findModules((code) => code.match(newer) !== null)).toEqual([]);
});

test('they are the oldest because of Array.prototype.at()', () => {
  expect(findModules((code) => code.includes('.at('))).not.toEqual([]);
});
