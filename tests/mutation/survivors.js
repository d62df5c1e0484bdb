/**
 * Why mutants survive: what they replace in a file of `src`, with what, and the reason. Code is written as
 * `npm run test:mutation` prints it: on one line, at most 100 characters.
 *
 * @typedef {object} Explanation
 * @property {string} file
 * @property {string} because
 * @property {readonly (readonly [code: string, replacement: string])[]} mutants
 */

/** @type {readonly Explanation[]} */
export const survivors = [];
