// @vitest-environment node
import * as fc from 'fast-check';
import { afterEach, beforeEach, test, vi } from 'vitest';
import { isPayError } from '../../src/client/PayError.ts';
import { ClientWorld, tokenOutcome, worldOptions } from './ClientWorld.ts';
import { runParameters } from './runParameters.ts';
import { action, steps } from './steps.ts';
import { assert } from './TransactionModel.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** By the documentation, and written in another way than the client's check. */
function isSafeSegment(id: unknown): id is string {
  if (typeof id !== 'string' || ['', '.', '..'].includes(id) || id !== Buffer.from(id).toString()) return false;
  return Array.from(id).every((character) => !'/\\?#%'.includes(character) && !/[\s\p{Cc}\p{Cf}]/u.test(character));
}

const ids = fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 5 })).filter(isSafeSegment);
const unsafeIds = fc
  .oneof(fc.anything(), fc.string({ maxLength: 5 }), fc.constantFrom('.', '..', 'a/../b', '%2e'))
  .filter((id) => !isSafeSegment(id));

const pick = fc.nat({ max: 5 });
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

function take<T>(list: T[], index: number): T | undefined {
  return list.splice(index % Math.max(1, list.length), 1)[0];
}

const sequences = steps<ClientWorld>(
  [
    action('cancel', 4, fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 1 })), (world, [index, again]) => {
      const transactionId = at(world.transactionIds, index);
      if (transactionId !== undefined) world.cancel(transactionId, again);
    }),
    action('respond', 6, fc.tuple(pick, pick), (world, [index, answer]) => {
      const request = take(world.requests, index);
      if (request) world.respond(request, answer);
    }),
    action('settleToken', 3, fc.tuple(pick, tokenOutcome()), (world, [index, outcome]) => {
      take(world.pendingTokens, index)?.(outcome);
    }),
    action('abort', 2, fc.tuple(pick, fc.anything()), (world, [index, reason]) => {
      const caller = at(world.waitingCallers, index) ?? at(world.callers, index);
      if (caller) world.abort(caller, reason);
    }),
    action(
      'cancelUnsafe',
      1,
      fc.record({ transactionId: unsafeIds }, { noNullPrototype: true }),
      async (world, parameters) => {
        const error = await world.cancelInVain(parameters);
        assert(isPayError(error) && error.code === 'invalid-transaction-id', 'An unsafe ID was not refused as such.');
      },
    ),
    action('cancelAborted', 1, fc.anything(), async (world, reason) => {
      const signal = AbortSignal.abort(reason);
      const error = await world.cancelInVain({ transactionId: 'other' }, signal);
      assert(error === signal.reason, 'An aborted call was rejected with something else than the reason.');
    }),
    action('sleep', 1, fc.oneof(fc.integer({ min: -5000, max: 5000 }), fc.constant(60_000)), (world, milliseconds) =>
      world.sleep(milliseconds),
    ),
    action('setOnline', 1, fc.boolean(), (world, isOnline) => world.setOnline(isOnline)),
    action('advance', 3, fc.oneof(fc.integer({ min: 1, max: 4000 }), fc.constant(11_000)), (world, milliseconds) =>
      world.advance(milliseconds),
    ),
  ],
  { maxCommands: 30, maxTogether: 3 },
);

test('a client keeps its promises in any order of events', async () => {
  const property = fc.asyncProperty(
    fc.uniqueArray(ids, { minLength: 2, maxLength: 2 }),
    worldOptions,
    sequences,
    async (transactionIds, options, sequence) => {
      vi.setSystemTime(0);
      vi.spyOn(Math, 'random').mockReturnValue(options.random);
      const world = new ClientWorld(transactionIds, options);
      vi.stubGlobal('navigator', {
        get onLine() {
          return world.isOnline;
        },
      });
      await fc.asyncModelRun(() => ({ model: {}, real: world }), sequence);
      await world.finish();
    },
  );
  await fc.assert(property, runParameters(3000));
});
