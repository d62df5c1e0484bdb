/** @import { Mutant } from './mutateSource.js' */

/**
 * Ten mistakes that a change of `src/dialog` or `src/button` could make.
 *
 * @type {readonly Mutant[]}
 */
export const dialogMutants = [];
