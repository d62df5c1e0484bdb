/**
 * A deliberate mistake: a text of one source file, which has to be there exactly once, and what replaces it.
 *
 * @typedef {{ name: string, file: string, search: string, replacement: string }} Mutant
 */

/**
 * The source with the mistake.
 *
 * @param {string} source
 * @param {Mutant} mutant
 */
export function mutateSource(source, { name, file, search, replacement }) {
  const count = source.split(search).length - 1;
  if (count !== 1) {
    throw new Error(`The mutant “${name}” cannot be made: ${file} contains its text ${count} times. Adapt the mutant.`);
  }
  return source.replace(search, () => replacement);
}
