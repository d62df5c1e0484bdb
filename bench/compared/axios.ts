import { create } from 'axios';
import { headers, timeout, type CreateCancel } from './CreateCancel.ts';

/** It has no retries. */
export const createCancel: CreateCancel = (baseURL) => {
  const client = create({ baseURL, headers, timeout });
  return async (transactionId) => {
    await client.post(`/transactions/${encodeURIComponent(transactionId)}/cancel`);
  };
};
