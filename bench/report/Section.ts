import type { Table } from '../../scripts/writeTable.js';

/** One measured value. Smaller is better. */
export interface Figure {
  /** What was measured, and where. Unique in its section. */
  name: string;
  unit: 'B' | 'µs' | 'ms' | '×';
  value: number;
  /** The quartiles of the measured values, of which `value` is the median. Both are `value` if it does not vary. */
  low: number;
  high: number;
}

interface Plot {
  /** In `docs`. */
  file: string;
  svg: string;
}

interface SectionResult {
  /** What the next run is compared with. */
  figures: readonly Figure[];
  /** For `docs/performance.md`, which has their markers. */
  tables: readonly Table[];
  plots: readonly Plot[];
  /** Promises that do not hold. */
  problems?: readonly string[];
}

/** A part of `npm run bench`. The package is built, and the packages that it is compared with are installed. */
export type Section = () => Promise<SectionResult>;
