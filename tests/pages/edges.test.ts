// @vitest-environment node
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, inject, test } from 'vitest';
import { findInstalledChromium } from '../../scripts/chromium.js';
import { en } from '../../src/locales.ts';
import { buildApp } from '../support/buildApp.ts';
import { happen, type Happening } from './edges/happen.ts';
import type { Engine, Situation } from './edges/Situation.ts';
import { asleep } from './edges/situations/asleep.ts';
import { leaving } from './edges/situations/leaving.ts';
import { offline } from './edges/situations/offline.ts';
import { serviceWorkers } from './edges/situations/serviceWorkers.ts';
import { slow } from './edges/situations/slow.ts';
import { tabs } from './edges/situations/tabs.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What a cell of the table in the docs is made of. */
    edge?: { name: string; engine: Engine; shown: string; sent: number; late: number };
  }
}

const engine = inject('engine');

/** Windows cannot stop a process, and the Chromium of the package keeps no pages. */
const isPossible = ({ engines, needs }: Situation) =>
  (!engines || engines.includes(engine)) &&
  (needs !== 'sleep' || process.platform !== 'win32') &&
  (needs !== 'back/forward cache' || engine !== 'chromium' || findInstalledChromium() !== undefined);

// Those that take longest come first.
const situations = [...asleep, ...leaving, ...serviceWorkers, ...slow, ...offline, ...tabs];
let happenings: ReadonlyMap<Situation, Happening>;

beforeAll(async () => {
  const files = await buildApp({ root: fileURLToPath(new URL('edges', import.meta.url)) });
  happenings = await happen(situations.filter(isPossible), files);
}, 600_000);

test.for(situations.map((situation) => [situation.name, situation] as const))('%s', ([name, situation], context) => {
  context.skip(!isPossible(situation), 'A test cannot bring it about in this browser.');
  const happening = happenings.get(situation);
  if (!happening) throw new Error('It did not happen.');
  if ('failure' in happening) throw happening.failure;
  const { shown, sent, late, after } = happening;
  context.task.meta.edge = { name, engine, shown, sent, late };
  expect(situation.shown).toContain(shown);
  expect(sent, 'requests until the outcome').toBe(situation.sent);
  expect(late, 'requests after the outcome').toBe(situation.late ?? 0);
  const isOver = [en.canceled, en.titleFinal, en.titleActionRequired].includes(shown);
  expect(after, 'what the user can do then').toEqual(isOver ? { shown, sent: 0 } : { shown: en.canceled, sent: 1 });
});
