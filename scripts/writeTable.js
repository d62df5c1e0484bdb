import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Table
 * @property {string} name of the markers between which the table is: `<!-- name -->` and `<!-- /name -->`
 * @property {readonly string[]} head
 * @property {readonly (readonly string[])[]} rows
 */

/**
 * A Markdown table with columns of equal width, as Prettier writes it.
 *
 * @param {Pick<Table, 'head' | 'rows'>} table
 */
export function formatTable({ head, rows }) {
  const widths = head.map((name, column) => Math.max(3, name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells, fill = ' ') =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  return [line(head), line([], '-'), ...rows.map((row) => line(row))].join('\n');
}

/**
 * Writes the table between its markers in a Markdown file, or with `isCheck` only compares it.
 *
 * @param {string} path
 * @param {Table} table
 * @param {{ isCheck?: boolean }} [options]
 * @returns {boolean} whether the file has the table now
 */
export function writeTable(path, table, { isCheck = false } = {}) {
  const before = readFileSync(path, 'utf8');
  const [start, end] = [`<!-- ${table.name} -->`, `<!-- /${table.name} -->`];
  const [from, to] = [before.indexOf(start), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no markers ${start} and ${end} for its table.`);
  const after = `${before.slice(0, from + start.length)}\n\n${formatTable(table)}\n\n${before.slice(to)}`;
  if (!isCheck) writeFileSync(path, after);
  return !isCheck || after === before;
}
