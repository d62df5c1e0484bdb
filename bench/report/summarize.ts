import type { Figure } from './Section.ts';

/** By linear interpolation. `fraction` 0.5 is the median. */
function quantile(sorted: readonly number[], fraction: number): number {
  const position = (sorted.length - 1) * fraction;
  const [below = NaN, above = below] = sorted.slice(Math.floor(position), Math.floor(position) + 2);
  return below + (above - below) * (position % 1);
}

export const median = (values: readonly number[]): number => summarize(values).value;

/** The median and the quartiles. */
export function summarize(values: readonly number[]): Pick<Figure, 'value' | 'low' | 'high'> {
  const sorted = values.toSorted((a, b) => a - b);
  return { value: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** The figure for values that were measured repeatedly. */
export function toFigure(name: string, unit: Figure['unit'], values: readonly number[]): Figure {
  return { name, unit, ...summarize(values) };
}
