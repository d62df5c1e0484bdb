import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

/** What the language itself defines, whatever it runs in. */
const ecmaScript = new Set<unknown>(runInNewContext('Object.getOwnPropertyNames(globalThis)'));

/** The globals that a module needs from the platform it runs on; properties of `globalThis` as `globalThis.name`. */
export function findPlatformGlobals(code: string): string[] {
  const ast = parse(code, { ecmaVersion: 2022, sourceType: 'module', ranges: true });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- acorn's tree is ESTree, with different types
  const { globalScope } = analyze(ast as unknown as Parameters<typeof analyze>[0], {
    ecmaVersion: 2022,
    sourceType: 'module',
  });
  const free = globalScope?.through.map(({ identifier }) => identifier.name) ?? [];
  const properties = [...code.matchAll(/\bglobalThis(?:\?\.|\.)(\w+)/g)].map(([, name]) => `globalThis.${name}`);
  return [...new Set([...free, ...properties])].filter((name) => !ecmaScript.has(name)).toSorted();
}
