import { createPayClient, isPayError } from '../../src/client.ts';

export interface Cancellation {
  outcome: string;
  /** From the call until its outcome. */
  ms: number;
  /** When there was an outcome, in ms since 1970. */
  at: number;
}

/** Cancels with the client's default options. */
export async function cancelOnce(baseUrl: string): Promise<Cancellation> {
  const client = createPayClient({ baseUrl, accessToken: 'token' });
  const begin = performance.now();
  let outcome = 'canceled';
  try {
    await client.cancelPreAuth({ transactionId: 'tx' });
  } catch (error) {
    outcome = isPayError(error) ? error.code : String(error);
  }
  return { outcome, ms: performance.now() - begin, at: Date.now() };
}
