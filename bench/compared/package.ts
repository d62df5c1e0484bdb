import { createPayClient } from 'react-cancel-preauth/client';
import type { CreateCancel } from './CreateCancel.ts';

export const createCancel: CreateCancel = (baseUrl) => {
  const client = createPayClient({ baseUrl, accessToken: 'token' });
  return (transactionId) => client.cancelPreAuth({ transactionId });
};
