import { ofetch } from 'ofetch';
import { headers, timeout, type CreateCancel } from './CreateCancel.ts';

export const createCancel: CreateCancel = (baseURL) => {
  const client = ofetch.create({ baseURL, headers, timeout, retry: 2 });
  return async (transactionId) => {
    await client(`/transactions/${encodeURIComponent(transactionId)}/cancel`, { method: 'POST' });
  };
};
