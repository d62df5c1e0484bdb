import { isPayError, type PayError } from '../../../src/client/PayError.ts';

/** The `PayError` that a cancellation ends in; anything else fails the test. */
export async function failureOf(cancellation: Promise<void>): Promise<PayError> {
  try {
    await cancellation;
  } catch (error) {
    if (isPayError(error)) return error;
    throw error;
  }
  throw new Error('The cancellation succeeded.');
}
