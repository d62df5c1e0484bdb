import { cancelPreAuth } from '../byHand/cancelPreAuth.ts';
import type { CreateCancel } from './CreateCancel.ts';

/** It has a limit of 10 s, and no retries. */
export const createCancel: CreateCancel = (baseUrl) => (transactionId) =>
  cancelPreAuth({ baseUrl, transactionId, accessToken: 'token' });
