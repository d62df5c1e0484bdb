// @vitest-environment node
import * as fc from 'fast-check';
import { afterEach, beforeEach, test, vi } from 'vitest';
import { PayError, type PayErrorCode } from '../../src/client/PayError.ts';
import { errorActions } from '../../src/dialog/errorActions.ts';
import { CancellationWorld, type AppCallback, type Outcome } from './CancellationWorld.ts';
import { runParameters } from './runParameters.ts';
import { action, steps } from './steps.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.stubGlobal('reportError', () => {});
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const codes = Object.keys(errorActions).filter((code): code is PayErrorCode => code in errorActions);

const failures = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...codes), fc.option(fc.integer({ min: -10, max: 100_000 }), { nil: undefined }))
      .map(([code, retryAfter]) => new PayError(code, { retryAfter })),
  },
  { weight: 1, arbitrary: fc.constant(new PayError('rate-limited', { retryAfter: 5000 })) },
  { weight: 1, arbitrary: fc.anything() },
);

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constant({ isSuccess: true as const }),
  failures.map((reason) => ({ isSuccess: false as const, reason })),
);

const dialog = fc.nat({ max: 2 });

const sequences = steps<CancellationWorld>(
  [
    ...(['confirm', 'join', 'reset', 'endRecovery', 'toggle'] as const).map((name) =>
      action(name, name === 'confirm' ? 6 : 1, dialog, (world: CancellationWorld, index) => {
        const found = world.dialogs[index];
        if (found) world[name](found);
      }),
    ),
    action(
      'recover',
      3,
      fc.tuple(dialog, fc.constantFrom('never', 'returns', 'throws', 'closes')),
      (world, [index, how]) => {
        const found = world.dialogs[index];
        if (!found) return;
        const handlers = {
          never: () => new Promise(() => {}),
          returns: () => {},
          throws: () => {
            throw new Error('a bug of the app');
          },
          closes: () => world.reset(found),
        };
        world.recover(found, handlers[how], how === 'never');
      },
    ),
    action('settle', 6, fc.tuple(fc.nat({ max: 1 }), outcomes), (world, [index, outcome]) => {
      const [request] = world.requests.splice(index % Math.max(1, world.requests.length), 1);
      if (request) world.settle(request, outcome);
    }),
    action('cancelWithHook', 1, fc.constantFrom('a' as const, 'b' as const), (world, transactionId) =>
      world.cancelWithHook(transactionId),
    ),
    action('advance', 2, fc.integer({ min: 1, max: 70_000 }), (world, milliseconds) => world.advance(milliseconds)),
  ],
  { maxCommands: 30, maxTogether: 3 },
);

const appCallback = fc.constantFrom<AppCallback[]>('nothing', 'nothing', 'throws', 'never settles');
/** TanStack Query leaves it unhandled if one of these throws. */
const lastCallback = appCallback.filter((callback) => callback !== 'throws');

test('the cancellations of several dialogs keep their promises in any order of events', async () => {
  const property = fc.asyncProperty(
    fc.record(
      { onMutate: appCallback, onSuccess: appCallback, onError: lastCallback, onSettled: lastCallback },
      { noNullPrototype: true },
    ),
    sequences,
    async (callbacks, sequence) => {
      const world = new CancellationWorld(callbacks);
      await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
      await world.settleDown();
    },
  );
  await fc.assert(property, runParameters(1500));
});
