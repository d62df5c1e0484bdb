import type { Figure } from './Section.ts';

type Change = 'new' | 'same' | 'better' | 'worse';

const format = ({ value, unit }: Figure) =>
  `${value.toLocaleString('en', unit === 'B' ? {} : { maximumSignificantDigits: 3 })} ${unit}`;

/** A difference counts if the median of each run is outside the quartiles of the other. */
function findChange(figure: Figure, before: Figure): Change {
  if (figure.value > before.high && before.value < figure.low) return 'worse';
  return figure.value < before.low && before.value > figure.high ? 'better' : 'same';
}

/** Each figure beside that of an earlier run. */
export function compareFigures(
  figures: readonly Figure[],
  before: readonly Figure[],
): readonly { change: Change; text: string }[] {
  return figures.map((figure) => {
    const known = before.find(({ name }) => name === figure.name);
    if (!known) return { change: 'new', text: `${figure.name}: ${format(figure)}` };
    return { change: findChange(figure, known), text: `${figure.name}: ${format(known)} → ${format(figure)}` };
  });
}
