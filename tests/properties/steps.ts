import * as fc from 'fast-check';

/** What a property does to its world. */
interface Action<World> {
  run: (world: World) => unknown;
  /** Reads as a call. */
  toString: () => string;
}

interface SettlingWorld {
  /** Lets everything happen that needs no time, and checks what has happened. */
  settleDown: () => Promise<void>;
}

/** An action with an arbitrary argument, which happens as often as `weight` says, compared with others. */
export function action<World, Argument>(
  name: string,
  weight: number,
  argument: fc.Arbitrary<Argument>,
  run: (world: World, argument: Argument) => unknown,
): fc.WeightedArbitrary<Action<World>> {
  const arbitrary = argument.map((value) => ({
    run: (world: World) => run(world, value),
    toString: () => `${name}(${value === undefined ? '' : fc.stringify(value)})`,
  }));
  return { weight, arbitrary };
}

/**
 * Arbitrary sequences of actions, for `fc.asyncModelRun`. Up to `maxTogether` of `actions` happen in one tick, so that nothing
 * can happen between them.
 */
export function steps<World extends SettlingWorld>(
  actions: readonly fc.WeightedArbitrary<Action<World>>[],
  { maxCommands, maxTogether }: { maxCommands: number; maxTogether: number },
): fc.Arbitrary<Iterable<fc.AsyncCommand<object, World, boolean>>> {
  const tick = fc
    .array(fc.oneof(...actions), { minLength: 1, maxLength: maxTogether, size: 'max' })
    .map((together): fc.AsyncCommand<object, World, boolean> => ({
      check: () => true,
      async run(_, world) {
        await Promise.all(together.map((each) => each.run(world)));
        await world.settleDown();
      },
      toString: () => together.join(' + '),
    }));
  return fc.commands<object, World, boolean>([tick], { maxCommands, size: 'max' });
}
