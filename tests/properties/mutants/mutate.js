import process from 'node:process';
import { mutants } from './mutants.js';
import { mutateSource } from './mutateSource.js';

/**
 * A Vite plugin that makes the mutant that the environment variable `MUTANT` names, if any.
 *
 * @returns {import('vite').Plugin}
 */
export function mutate() {
  const { MUTANT } = process.env;
  const mutant = mutants.find(({ name }) => name === MUTANT);
  if (MUTANT && !mutant) throw new Error(`There is no mutant “${MUTANT}”.`);
  return {
    name: 'mutate',
    enforce: 'pre',
    transform(source, id) {
      return mutant && id.endsWith(`/${mutant.file}`) ? { code: mutateSource(source, mutant), map: null } : undefined;
    },
  };
}
