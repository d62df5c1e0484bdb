/** Passes a value of any type where a caller without types could. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- that is what it is for
export const untyped = (value: unknown): never => value as never;
