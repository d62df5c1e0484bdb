import { existsSync, readFileSync } from 'node:fs';

/** @import { Part, Tests } from './parts.js' */

/**
 * @typedef {object} Mutant
 * @property {string} file in `src`
 * @property {string} code what is replaced, shortened
 * @property {string} replacement shortened
 * @property {'killed' | 'timed out' | 'survived'} outcome
 * @property {string} range for Stryker's option `mutate`
 */

/** @typedef {{ line: number, column: number }} Position */

/**
 * A file of Stryker's report, as far as it is used here.
 *
 * @typedef {object} ReportedFile
 * @property {string} source
 * @property {readonly { mutatorName: string, replacement: string, status: string,
 *   location: { start: Position, end: Position } }[]} mutants
 */

/**
 * Where Stryker keeps the results.
 *
 * @param {Part} part
 * @param {Tests} tests
 */
export const resultsPath = (part, { project }) => `.mutation/${part.name}-${project}.json`;

/** @param {string} code */
function shorten(code) {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}

/**
 * @param {string} source
 * @param {{ start: Position, end: Position }} location
 */
function cut(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push((lines.pop() ?? '').slice(0, end.column - 1));
  return lines.join('\n').slice(start.column - 1);
}

/** @type {Readonly<Record<string, Mutant['outcome']>>} */
const outcomes = { Killed: 'killed', Timeout: 'timed out', RuntimeError: 'killed' }; // an error outside of any test

/**
 * The mutants of a part, and what has become of them in all projects of tests so far.
 *
 * @param {Part} part
 * @returns {Mutant[]}
 */
export function readMutants(part) {
  /** @type {Map<string, Mutant>} */
  const mutants = new Map();
  for (const [index, tests] of part.tests.entries()) {
    const path = resultsPath(part, tests);
    if (!existsSync(path)) continue;
    /** @type {{ files: Record<string, ReportedFile> }} */
    const { files } = JSON.parse(readFileSync(path, 'utf8'));
    for (const [name, { source, mutants: reported }] of Object.entries(files)) {
      for (const { mutatorName, replacement, status, location } of reported) {
        const { start, end } = location;
        const range = `${name}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`;
        const key = [range, mutatorName, replacement].join(' ');
        const outcome = outcomes[status] ?? 'survived';
        const known = mutants.get(key);
        if (known?.outcome === 'survived') known.outcome = outcome;
        if (index > 0) continue; // Stryker also reports what is inside of the code that it was given
        const file = name.replace('src/', '');
        mutants.set(key, {
          file,
          code: shorten(cut(source, location)),
          replacement: shorten(replacement),
          outcome,
          range,
        });
      }
    }
  }
  return [...mutants.values()];
}
