import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { toSvg } from '../report/toSvg.ts';
import { bucket, type Outcome } from './simulate.ts';

/** The outcomes of one scenario, for the package and for TanStack Query. */
export interface Panel {
  title: string;
  ours: Outcome;
  theirs: Outcome;
}

const size = { width: 860, header: 92, panel: 200 };

/** In seconds around the recovery. */
const shown = { from: -6, to: 20 };

/** The capacity in 100 ms. */
const capacity = 200;

function drawPanel({ title, ours, theirs }: Panel, document: Document): string {
  const points = ({ perBucket, recovery }: Outcome) =>
    perBucket
      .map((requests, index) => ({ seconds: (index * bucket - recovery) / 1000, requests: Math.max(1, requests) }))
      .filter(({ seconds }) => seconds >= shown.from && seconds <= shown.to);
  const line = (outcome: Outcome, stroke: string) =>
    Plot.line(points(outcome), { x: 'seconds', y: 'requests', stroke, strokeWidth: 1.5, curve: 'step-after' });
  const plot = Plot.plot({
    document,
    width: size.width,
    height: size.panel,
    marginTop: 38,
    marginBottom: 46,
    marginLeft: 68,
    marginRight: 24,
    x: {
      domain: [shown.from, shown.to],
      label: 'seconds since the service is back',
      labelArrow: 'none',
      labelAnchor: 'center',
      ticks: 14,
    },
    y: {
      type: 'log',
      domain: [1, 200_000],
      label: null,
      tickFormat: (requests: number) => (requests === 1 ? '0–1' : requests.toLocaleString('en')),
      ticks: 5,
    },
    marks: [
      Plot.gridY([1, 10, 100, 1000, 10_000, 100_000], { stroke: 'var(--grid)', strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: 'var(--text)' }),
      Plot.ruleY([capacity], { stroke: 'var(--text)', strokeDasharray: '4 3' }),
      line(theirs, 'var(--theirs)'),
      line(ours, 'var(--ours)'),
      Plot.text([title], { frameAnchor: 'top-left', dy: -24, fontWeight: 'bold', fontSize: 13 }),
    ],
  });
  return plot.outerHTML;
}

/** Requests over time around the recovery, one panel per scenario, as an SVG that follows the light or dark scheme. */
export function drawStorm(panels: readonly Panel[]): string {
  const { document } = new JSDOM().window;
  const height = size.header + panels.length * size.panel + 12;
  const plots = panels.map(
    (panel, index) =>
      `<g transform="translate(0 ${size.header + index * size.panel})">${drawPanel(panel, document)}</g>`,
  );
  const legend = `<g fill="var(--text)" font-size="13">
  <text x="24" y="30" font-size="17" font-weight="bold">Requests per 100 ms, on a logarithmic scale. During the outage they get a 503.</text>
  <path d="M24 57h24" stroke="var(--ours)" stroke-width="3"/><text x="56" y="62">this package</text>
  <path d="M164 57h24" stroke="var(--theirs)" stroke-width="3"/><text x="196" y="62">TanStack Query’s default</text>
  <path d="M380 57h24" stroke="var(--text)" stroke-dasharray="4 3"/><text x="412" y="62">capacity: ${capacity} per 100 ms</text>
</g>`;
  return toSvg({
    title: 'Requests per 100 ms before and after the service is back',
    width: size.width,
    height,
    content: [legend, ...plots].join('\n'),
  });
}
