import createClient from 'openapi-fetch';
import { headers, timeout, type CreateCancel } from './CreateCancel.ts';

interface Paths {
  '/transactions/{transactionId}/cancel': {
    post: {
      parameters: { path: { transactionId: string } };
      responses: { 204: { content?: never }; 403: { content: { 'application/vnd.api+json': { errors: unknown[] } } } };
    };
  };
}

/** It has neither a limit nor retries. */
export const createCancel: CreateCancel = (baseUrl) => {
  const client = createClient<Paths>({ baseUrl, headers });
  return async (transactionId) => {
    const { error } = await client.POST('/transactions/{transactionId}/cancel', {
      params: { path: { transactionId } },
      signal: AbortSignal.timeout(timeout),
    });
    if (error) throw new Error('The cancellation is not confirmed.');
  };
};
