import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { toSvg } from './toSvg.ts';

interface Bar {
  label: string;
  value: number;
  /** The quartiles, if the value varies. */
  low?: number;
  high?: number;
  /** Whether this is the package. */
  isOurs: boolean;
}

export interface BarPanel {
  title: string;
  /** Under the horizontal axis. */
  unit: string;
  bars: readonly Bar[];
  /** A line to compare the bars with. */
  reference?: number;
}

const size = { width: 860, header: 52, row: 26, margin: { top: 40, right: 80, bottom: 44, left: 230 } };

const format = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

const heightOf = ({ bars }: BarPanel) => size.margin.top + bars.length * size.row + size.margin.bottom;

function drawPanel(panel: BarPanel, document: Document): string {
  const { title, unit, bars, reference } = panel;
  const { top, right, bottom, left } = size.margin;
  const plot = Plot.plot({
    document,
    width: size.width,
    height: heightOf(panel),
    marginTop: top,
    marginRight: right,
    marginBottom: bottom,
    marginLeft: left,
    x: {
      label: unit,
      labelArrow: 'none',
      labelAnchor: 'center',
      ticks: 6,
      domain: [0, Math.max(reference ?? 0, ...bars.map(({ value, high = value }) => high)) * 1.02],
    },
    y: { label: null, domain: bars.map(({ label }) => label), tickSize: 0, padding: 0.25 },
    marks: [
      Plot.gridX({ ticks: 6, stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.barX(bars, {
        x: 'value',
        y: 'label',
        fill: ({ isOurs }: Bar) => (isOurs ? 'var(--ours)' : 'var(--theirs)'),
      }),
      Plot.ruleY(
        bars.filter(({ low, high }) => low !== undefined && high !== undefined),
        { y: 'label', x1: 'low', x2: 'high', stroke: 'var(--text)' },
      ),
      Plot.text(bars, {
        x: ({ value, high = value }: Bar) => high,
        y: 'label',
        text: ({ value }: Bar) => format(value),
        textAnchor: 'start',
        dx: 6,
      }),
      Plot.ruleX(reference === undefined ? [] : [reference], { stroke: 'var(--text)', strokeDasharray: '4 3' }),
      Plot.text([title], { frameAnchor: 'top-left', dx: 24 - left, dy: -26, fontWeight: 'bold', fontSize: 13 }),
    ],
  });
  return plot.outerHTML;
}

/** Horizontal bars in panels under each other, each with its own axis. */
export function drawBars(title: string, panels: readonly BarPanel[]): string {
  const { document } = new JSDOM().window;
  let y = size.header;
  const plots = panels.map((panel) => {
    const group = `<g transform="translate(0 ${y})">${drawPanel(panel, document)}</g>`;
    y += heightOf(panel);
    return group;
  });
  const heading = `<text x="24" y="34" fill="var(--text)" font-size="17" font-weight="bold">${title}</text>`;
  return toSvg({ title, width: size.width, height: y, content: [heading, ...plots].join('\n') });
}
