import { expect, test } from 'vitest';
import { compareFigures } from '../../../bench/report/compareFigures.ts';
import { toFigure } from '../../../bench/report/summarize.ts';

/** What became of a figure that was measured twice. */
const compare = (before: number[], now: number[]) =>
  compareFigures([toFigure('a', 'B', now)], [toFigure('a', 'B', before)]).map(({ change }) => change);

test('any byte more is worse, and any less is better', () => {
  expect(compare([1000], [1001])).toEqual(['worse']);
  expect(compare([1000], [999])).toEqual(['better']);
  expect(compare([1000], [1000])).toEqual(['same']);
});

test('a time that varies is worse only if both medians are outside the quartiles of the other run', () => {
  expect(compare([9, 10, 11], [19, 20, 21])).toEqual(['worse']);
  expect(compare([19, 20, 21], [9, 10, 11])).toEqual(['better']);
  expect(compare([9, 10, 11], [1, 1, 20, 39, 39])).toEqual(['same']);
  expect(compare([1, 1, 10, 39, 39], [19, 20, 21])).toEqual(['same']);
});

test('a figure that the earlier run did not have is new', () => {
  expect(compareFigures([toFigure('b', 'B', [1])], [toFigure('a', 'B', [1])])).toEqual([
    { change: 'new', text: 'b: 1 B' },
  ]);
});
