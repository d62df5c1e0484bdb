/**
 * Calls a consumer's callback. What it throws, now or later, is reported like any uncaught error and changes nothing of
 * what the user sees.
 */
export async function callConsumer<A extends unknown[]>(
  callback: ((...args: A) => unknown) | undefined,
  ...args: A
): Promise<void> {
  try {
    await callback?.(...args);
  } catch (error) {
    report(error);
  }
}

/** `reportError`, with a fallback for browsers before 2022. */
export function report(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else
    setTimeout(() => {
      throw error;
    });
}
