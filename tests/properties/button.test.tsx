import { act, cleanup } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, test, vi } from 'vitest';
import { CancelPaymentButton } from '../../src/button/CancelPaymentButton.tsx';
import { pageOptions, PageWorld } from './PageWorld.tsx';
import type { Place } from './Place.ts';
import { runParameters } from './runParameters.ts';
import { action, steps } from './steps.ts';

beforeAll(() => CancelPaymentButton.preload());

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const place = fc.nat({ max: 1 });
const answer = fc.nat({ max: 1 });

/** Often both, so that two dialogs wait for the same request. */
const onePlaceOrBoth = fc.constantFrom([0], [1], [0, 1]);

/** An action of the user or the app at the two places, one of them by default. */
function actionAt(
  name: string,
  weight: number,
  run: (world: PageWorld, place: Place) => void,
  places: fc.Arbitrary<readonly number[]> = fc.tuple(place),
) {
  return action(name, weight, places, (world: PageWorld, indices) =>
    act(async () => {
      for (const index of indices) run(world, world.places[index === 0 ? 0 : 1]);
    }),
  );
}

const sequences = steps<PageWorld>(
  [
    actionAt('open', 6, (world, at) => world.open(at), onePlaceOrBoth),
    actionAt('confirm', 6, (world, at) => world.confirm(at), onePlaceOrBoth),
    actionAt('confirmTwice', 1, (world, at) => world.confirm(at, 2)),
    actionAt('keep', 1, (world, at) => world.close(at, 'keep')),
    actionAt('pressEscape', 1, (world, at) => world.close(at, 'Escape')),
    actionAt('toggleMounted', 2, (world, at) => world.toggleMounted(at)),
    actionAt('toggleHidden', 3, (world, at) => world.toggleHidden(at)),
    actionAt('switchTransaction', 3, (world, at) => world.switchTransaction(at)),
    action('rerender', 1, fc.constant(undefined), (world) => world.rerender()),
    action('respond', 6, answer, (world, index) => {
      const request = world.requests.shift();
      if (request) world.respond(request, index);
    }),
    action('respondAndConfirm', 1, fc.tuple(answer, place), (world, [index, at]) => {
      const request = world.requests.shift();
      if (!request) return undefined;
      return act(() => world.respondAndConfirm(request, index, world.places[at === 0 ? 0 : 1]));
    }),
    action('endRecoveries', 2, fc.constant(undefined), (world) => world.endRecoveries()),
    action('advance', 2, fc.constantFrom(100, 1500, 3000, 11_000), (_, milliseconds) =>
      act(() => vi.advanceTimersByTimeAsync(milliseconds)),
    ),
    action('sleep', 1, fc.constantFrom(1500, 60_000), (world, milliseconds) => world.sleep(milliseconds)),
  ],
  { maxCommands: 30, maxTogether: 1 },
);

/** After a failure, so that it does not make smaller examples fail as well. */
async function clearPage(): Promise<void> {
  cleanup();
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  vi.clearAllTimers();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
}

test('buttons and dialogs keep their promises in any order of events', async () => {
  const property = fc
    .asyncProperty(pageOptions, sequences, async (options, sequence) => {
      const world = new PageWorld(options);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
      await world.finish();
    })
    .afterEach(clearPage);
  await fc.assert(property, runParameters(300));
});
