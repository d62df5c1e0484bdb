import ky from 'ky';
import { headers, type CreateCancel } from './CreateCancel.ts';

/** It has a limit of 10 s by default, and retries no POST. */
export const createCancel: CreateCancel = (baseUrl) => {
  const client = ky.create({ prefixUrl: baseUrl, headers, retry: { limit: 2, methods: ['post'] } });
  return async (transactionId) => {
    await client.post(`transactions/${encodeURIComponent(transactionId)}/cancel`);
  };
};
