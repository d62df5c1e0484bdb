import type { Program } from 'acorn';
import { analyze } from 'eslint-scope';

/** The uses of variables that a module does not declare, from a syntax tree with ranges. */
export function findFreeIdentifiers(module: Program): { name: string; start: number }[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- acorn's tree is ESTree, with different types
  const { globalScope } = analyze(module as unknown as Parameters<typeof analyze>[0], {
    ecmaVersion: 2022,
    sourceType: 'module',
  });
  return (
    globalScope?.through.map(({ identifier: { name, range } }) => ({ name, start: range?.[0] ?? Number.NaN })) ?? []
  );
}
