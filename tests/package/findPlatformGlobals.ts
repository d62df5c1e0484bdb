import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { findFreeIdentifiers } from './findFreeIdentifiers.ts';

/** What the language itself defines, whatever it runs in. */
const ecmaScript = new Set<unknown>(runInNewContext('Object.getOwnPropertyNames(globalThis)'));

/** The globals that a module needs from the platform it runs on; properties of `globalThis` as `globalThis.name`. */
export function findPlatformGlobals(code: string): string[] {
  const module = parse(code, { ecmaVersion: 2022, sourceType: 'module', ranges: true });
  const free = findFreeIdentifiers(module).map(({ name }) => name);
  const properties = [...code.matchAll(/\bglobalThis(?:\?\.|\.)(\w+)/g)].map(([, name]) => `globalThis.${name}`);
  return [...new Set([...free, ...properties])].filter((name) => !ecmaScript.has(name)).toSorted();
}
