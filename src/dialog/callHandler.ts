/**
 * Calls a handler of the app. If it throws or rejects, that is reported like any uncaught error, and does not change
 * what the user sees.
 *
 * @returns a promise that settles with the handler and never rejects, or undefined if the handler returned no promise
 */
export function callHandler<A extends unknown[]>(
  handler: ((...args: A) => unknown) | undefined,
  ...args: A
): Promise<void> | undefined {
  try {
    const result = handler?.(...args);
    return isThenable(result) ? Promise.resolve(result).then(() => {}, reportUncaught) : undefined;
  } catch (error) {
    reportUncaught(error);
    return undefined;
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** `reportError`, with a fallback for browsers before 2022. */
export function reportUncaught(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else
    setTimeout(() => {
      throw error;
    });
}
